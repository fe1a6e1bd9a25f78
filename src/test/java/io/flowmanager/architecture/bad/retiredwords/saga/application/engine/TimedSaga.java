// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.retiredwords.saga.application.engine;

/** A retired word in the name of a constant. */
public final class TimedSaga {

  static final int FAREWELL_SECONDS = 3;

  private TimedSaga() {}
}
