// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import jakarta.inject.Inject;

/** What a server does again and again beside its engine. */
@SingletonBean
record BackgroundWork(RouterWork router, RetentionWork retention) {

  @Inject
  BackgroundWork {}

  void begin(Schedule schedule) {
    retention.begin(schedule);
    router.begin(schedule);
  }
}
