// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.machine.saga.adapter.script;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Knows the time of the place. */
public final class ZonedScript {

  ZonedDateTime here(Instant time) {
    return time.atZone(ZoneId.systemDefault());
  }
}
