// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.health.saga.adapter.script;

import org.eclipse.microprofile.health.HealthCheckResponse;

/** Knows org.eclipse.microprofile.health, which is fenced off from scripts. */
public final class HealthyScript {

  HealthCheckResponse health() {
    return HealthCheckResponse.up("script");
  }
}
