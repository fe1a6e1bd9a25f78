// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.retention.RetainSagas;
import jakarta.inject.Inject;
import java.time.Duration;

/** Lets finished sagas go, a short step at a time. */
@SingletonBean
final class RetentionWork {

  private final RetainSagas sagas;
  private final Duration pause;

  @Inject
  RetentionWork(RetainSagas sagas, StartupConfiguration configuration) {
    this.sagas = sagas;
    this.pause = configuration.settings().retention().pause();
  }

  void begin(Schedule schedule) {
    schedule.every(pause, sagas::step);
  }
}
