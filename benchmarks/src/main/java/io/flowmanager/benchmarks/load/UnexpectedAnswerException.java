// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.io.IOException;

/** The server does not do what is measured. */
final class UnexpectedAnswerException extends IOException {

  private static final long serialVersionUID = 1L;

  UnexpectedAnswerException(String expected, HttpMessage answer) {
    super(
        "Expected "
            + expected
            + ", but the answer was "
            + answer.firstLine()
            + " "
            + answer.body());
  }
}
