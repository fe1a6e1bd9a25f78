// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.ownthreads.saga.adapter.script;

import java.util.concurrent.TimeUnit;

/** Holds up its thread in other words. */
public final class NappingScript {

  void rest() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
  }
}
