// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.ownthreads.saga.adapter.script;

/** Holds up its thread. */
public final class SleepingScript {

  void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
