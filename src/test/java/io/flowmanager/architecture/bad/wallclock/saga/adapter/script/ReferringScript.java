// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.wallclock.saga.adapter.script;

import java.time.LocalDate;
import java.util.function.Supplier;

/** Lets somebody else read it. */
public final class ReferringScript {

  Supplier<LocalDate> today() {
    return LocalDate::now;
  }
}
