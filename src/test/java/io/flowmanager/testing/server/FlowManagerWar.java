// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build has made, unchanged. */
public final class FlowManagerWar {

  private FlowManagerWar() {}

  public static WebArchive archive() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/flow-manager.war"));
  }
}
