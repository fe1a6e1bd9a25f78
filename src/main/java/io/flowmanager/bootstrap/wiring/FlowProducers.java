// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.FlowChecks;
import io.flowmanager.bootstrap.flows.FlowExaminers;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.saga.application.flow.DrawDiagram;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.flow.LintFlow;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;

/** Produces the beans that host, check and draw flows. */
@Dependent
final class FlowProducers {

  @Produces
  @Singleton
  static FlowCatalog flows(StartupConfiguration configuration) {
    return configuration.flows();
  }

  @Produces
  @Singleton
  static FlowChecks checks(StartupConfiguration configuration) {
    return new FlowChecks(configuration.secrets());
  }

  @Produces
  @Singleton
  static LintFlow lintFlow(@ThreadsFor(Work.LINT) Executor threads) {
    return new LintFlow(FlowExaminers.withoutSecrets()::lint, threads);
  }

  @Produces
  @Singleton
  static DrawDiagram drawDiagram() {
    return new DrawDiagram(Diagrams.renderers());
  }
}
