// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.wallclock.saga.adapter.script;

/** Counts milliseconds. */
public final class CountingScript {

  long time() {
    return System.currentTimeMillis();
  }
}
