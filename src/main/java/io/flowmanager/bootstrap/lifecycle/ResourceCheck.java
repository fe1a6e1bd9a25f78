// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.wiring.Workers;
import io.flowmanager.platform.inject.SingletonBean;
import jakarta.inject.Inject;

/**
 * Uses each bean that needs resources of the server once, on the thread that starts the engine,
 * where the server knows the application. CDI creates the bean behind a proxy at its first use; on
 * a thread of ours, Payara would create it without its resources and report nothing. It is also a
 * first proof that the tables can be read.
 */
@SingletonBean
final class ResourceCheck {

  private final SagaTables sagas;
  private final RouterTables router;
  private final Workers workers;

  @Inject
  ResourceCheck(SagaTables sagas, RouterTables router, Workers workers) {
    this.sagas = sagas;
    this.router = router;
    this.workers = workers;
  }

  void run() {
    sagas.read();
    router.read();
    workers.execute(() -> {});
  }
}
