// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.wallclock.saga.adapter.script;

import java.util.Date;

/** Hides the clock in a constructor. */
public final class DatingScript {

  long time() {
    return new Date().getTime();
  }
}
