// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import jakarta.inject.Inject;

/**
 * Uses each bean with a proxy that needs resources of the server once, on the thread that starts
 * the engine, where the server knows the application. CDI makes what is behind a proxy at its first
 * use; on a thread of ours, Payara would make it without its resources and say nothing. It is also
 * a first proof that the tables can be read.
 */
@SingletonBean
final class ResourceCheck {

  private final SagaTables sagas;
  private final RouterTables router;

  @Inject
  ResourceCheck(SagaTables sagas, RouterTables router) {
    this.sagas = sagas;
    this.router = router;
  }

  void run() {
    sagas.read();
    router.read();
  }
}
