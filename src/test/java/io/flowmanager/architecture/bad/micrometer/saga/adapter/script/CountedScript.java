// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.micrometer.saga.adapter.script;

import io.micrometer.core.instrument.Counter;

/** Knows io.micrometer, which is fenced off from scripts. */
public final class CountedScript {

  void run(Counter runs) {
    runs.increment();
  }
}
