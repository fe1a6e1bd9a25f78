// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.inject.SingletonBean;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.Collectors;

/** Logs what this server runs. */
@SingletonBean
final class StartLog {

  private static final Logger LOG = System.getLogger("io.flowmanager");

  private final StartupConfiguration configuration;

  @Inject
  StartLog(StartupConfiguration configuration) {
    this.configuration = configuration;
  }

  void write() {
    configuration
        .router()
        .plan()
        .map(plan -> plan.rules().rules().size())
        .ifPresent(
            rules ->
                LOG.log(
                    Level.INFO,
                    "Flow Manager is a router with {0} rules.",
                    Integer.toString(rules)));
    LOG.log(Level.INFO, "Flow Manager runs {0}.", flows());
  }

  private String flows() {
    return configuration.flows().all().stream()
        .map(flow -> flow.name() + " (version " + flow.version() + ")")
        .collect(Collectors.joining(", "));
  }
}
