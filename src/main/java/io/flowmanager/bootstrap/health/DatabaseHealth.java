// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.health;

import io.flowmanager.bootstrap.lifecycle.Lifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The same check for MicroProfile Health. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

  private final DatabaseProbe database;
  private final Lifecycle lifecycle;

  /** For the container's proxy. */
  protected DatabaseHealth() {
    this(null, null);
  }

  @Inject
  public DatabaseHealth(DatabaseProbe database, Lifecycle lifecycle) {
    this.database = database;
    this.lifecycle = lifecycle;
  }

  @Override
  public HealthCheckResponse call() {
    boolean up = lifecycle.isRunning() && database.isUp().toCompletableFuture().join();
    return HealthCheckResponse.named("flow-manager-database").status(up).build();
  }
}
