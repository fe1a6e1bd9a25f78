// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.inject;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A CDI bean with a single instance, created when it is first needed. CDI injects the object
 * itself, not a proxy. So the class may be final, needs no constructor without parameters, and can
 * be called while the server shuts down.
 *
 * <p>{@link Singleton} alone does not make a class a bean: with {@code
 * bean-discovery-mode="annotated"}, CDI looks for scopes with proxies and for stereotypes.
 */
@Stereotype
@Singleton
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SingletonBean {}
