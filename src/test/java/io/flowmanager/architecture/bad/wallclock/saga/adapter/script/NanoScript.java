// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.wallclock.saga.adapter.script;

/** Counts nanoseconds. */
public final class NanoScript {

  long time() {
    return System.nanoTime();
  }
}
