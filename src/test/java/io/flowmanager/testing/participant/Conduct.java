// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.participant;

/**
 * What a participant does with a command before it answers the call; runs on the call's own thread,
 * so it may take its time.
 */
@FunctionalInterface
public interface Conduct {

  /** Takes each command. */
  Conduct ACCEPT = command -> 204;

  /** The status of the answer. */
  int answer(ReceivedCommand command);
}
