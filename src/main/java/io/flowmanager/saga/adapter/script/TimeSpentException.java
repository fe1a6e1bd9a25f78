// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

/** The run has used up its processor time; thrown out of the middle of the script. */
final class TimeSpentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TimeSpentException() {
    super("The processor time is used up.", null, false, false);
  }
}
