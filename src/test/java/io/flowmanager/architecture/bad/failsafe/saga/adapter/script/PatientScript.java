// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.failsafe.saga.adapter.script;

import dev.failsafe.RetryPolicy;

/** Knows dev.failsafe, which is fenced off from scripts. */
public final class PatientScript {

  RetryPolicy<String> patience() {
    return RetryPolicy.ofDefaults();
  }
}
