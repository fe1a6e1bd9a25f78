// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.faulttolerance.saga.adapter.script;

import org.eclipse.microprofile.faulttolerance.Retry;

/** Knows org.eclipse.microprofile.faulttolerance, which is fenced off from scripts. */
public final class RetriedScript {

  @Retry
  void run() {}
}
