// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.remote.MaintainRemoteStores;
import jakarta.inject.Inject;
import java.time.Duration;

/** What a server does again and again beside its engine. */
@SingletonBean
record BackgroundWork(RouterWork router, RetentionWork retention, MaintainRemoteStores stores) {

  private static final Duration STORE_INTERVAL = Duration.ofSeconds(1);

  @Inject
  BackgroundWork {}

  void begin(Schedule schedule) {
    stores.tasks().forEach(task -> schedule.every(STORE_INTERVAL, task));
    retention.begin(schedule);
    router.begin(schedule);
  }
}
