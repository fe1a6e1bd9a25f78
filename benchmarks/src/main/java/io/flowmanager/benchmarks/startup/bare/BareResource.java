// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.startup.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("ready")
public class BareResource {

  @GET
  public String ready() {
    return "ready";
  }
}
