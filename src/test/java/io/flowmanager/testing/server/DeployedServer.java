// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A black-box test against the WAR in a server that Arquillian starts: Payara Micro with H2, Payara
 * Micro with PostgreSQL, or WildFly, as {@code arquillian.launch} says. The class has a static
 * {@code @Deployment(testable = false)} method that answers {@link FlowManagerWar#archive()}. The
 * server plays the flows of {@link FlowsOfTheRun}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("portable")
@ExtendWith({DatabaseOfTheRun.class, FlowsOfTheRun.class, ArquillianExtension.class})
public @interface DeployedServer {}
