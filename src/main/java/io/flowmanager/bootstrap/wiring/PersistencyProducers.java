// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.saga.application.document.PersistencySettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what the sagas of other flow managers need. */
@Dependent
final class PersistencyProducers {

  @Produces
  @Singleton
  static PersistencySettings persistencySettings(StartupConfiguration configuration) {
    return configuration.settings().persistency();
  }
}
