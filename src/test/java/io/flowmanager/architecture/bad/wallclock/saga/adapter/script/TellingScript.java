// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.wallclock.saga.adapter.script;

import java.time.Instant;

/** Reads the wall clock. */
public final class TellingScript {

  Instant time() {
    return Instant.now();
  }
}
