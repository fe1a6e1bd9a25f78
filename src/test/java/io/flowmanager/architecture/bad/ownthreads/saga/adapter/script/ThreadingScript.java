// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.ownthreads.saga.adapter.script;

/** Makes a thread. */
public final class ThreadingScript {

  Thread worker() {
    return new Thread(() -> {});
  }
}
