// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

/** Requests that follow each other, each one to be sent when the one before is answered. */
interface Conversation {

  /** The next request, or null at the end. */
  Request next();

  /** Checks the answer to the latest request; an exception ends the run. */
  void answered(HttpMessage answer) throws UnexpectedAnswerException;
}
