// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.saga.adapter.archive.FileSagaArchive;
import io.flowmanager.saga.application.retention.EngineLoad;
import io.flowmanager.saga.application.retention.RetentionPace;
import io.flowmanager.saga.application.retention.SagaArchive;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Makes what retention works with. */
@Dependent
final class RetentionProducers {

  /** Far more than a step takes. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  @Produces
  @Singleton
  static EngineLoad engineLoad(Engine engine) {
    return () -> engine.lanes().isAnyHalfFull() || engine.relay().isAnyHalfFull();
  }

  @Produces
  @Singleton
  static RetentionPace retentionPace(StartupConfiguration configuration) {
    return new RetentionPace(configuration.settings().retention().interval(), LEASE);
  }

  @Produces
  @Singleton
  static Optional<SagaArchive> sagaArchive(StartupConfiguration configuration, Clock clock) {
    return configuration
        .settings()
        .retention()
        .archiveDirectory()
        .map(directory -> new FileSagaArchive(Path.of(directory), clock));
  }
}
