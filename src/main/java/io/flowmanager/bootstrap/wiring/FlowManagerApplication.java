// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Serves every resource of the WAR from the context root. */
@ApplicationPath("/")
public class FlowManagerApplication extends Application {

  @Override
  public Map<String, Object> getProperties() {
    // Jersey would also serve a WADL besides the OpenAPI document.
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
