// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.remote.MaintainRemoteStores;
import jakarta.inject.Inject;
import java.time.Duration;

/** What is done again and again beside the engine. */
@SingletonBean
record Upkeep(MaintainRemoteStores stores, RouterWork router) {

  private static final Duration STORE_INTERVAL = Duration.ofSeconds(1);

  @Inject
  Upkeep {}

  void begin(Schedule schedule) {
    stores.tasks().forEach(task -> schedule.every(STORE_INTERVAL, task));
    router.begin(schedule);
  }
}
