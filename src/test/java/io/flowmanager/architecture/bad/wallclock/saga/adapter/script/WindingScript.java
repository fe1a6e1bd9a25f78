// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.wallclock.saga.adapter.script;

import java.time.Clock;

/** Brings a clock of its own. */
public final class WindingScript {

  Clock clock() {
    return Clock.systemUTC();
  }
}
