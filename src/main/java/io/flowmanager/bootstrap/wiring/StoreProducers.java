// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.saga.application.remote.RemoteStores;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Makes the stores of flows that do not keep their sagas in the server's database. */
@Dependent
final class StoreProducers {

  @Produces
  @Singleton
  static RemoteStores remoteStores() {
    return new RemoteStores(Map.of());
  }
}
