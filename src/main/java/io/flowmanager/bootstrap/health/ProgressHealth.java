// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.health;

import io.flowmanager.bootstrap.lifecycle.Lifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness: whether waiting work makes progress. An idle server is alive, and so is one that starts
 * or stops.
 */
@Liveness
@ApplicationScoped
public class ProgressHealth implements HealthCheck {

  private final Lifecycle lifecycle;

  /** For the container's proxy. */
  protected ProgressHealth() {
    this(null);
  }

  @Inject
  public ProgressHealth(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public HealthCheckResponse call() {
    List<String> names = lifecycle.standstills();
    var answer = HealthCheckResponse.named("flow-manager-progress").status(names.isEmpty());
    return names.isEmpty()
        ? answer.build()
        : answer.withData("standing-still", String.join(", ", names)).build();
  }
}
