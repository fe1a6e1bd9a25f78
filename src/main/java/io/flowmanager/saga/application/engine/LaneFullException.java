// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

/**
 * The lane of a saga has no room now; nothing has happened and the same call may succeed a little
 * later.
 */
public final class LaneFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LaneFullException() {
    super("Too much waits for this saga's lane.", null, false, false);
  }
}
