// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

import java.sql.SQLException;

/** Guards against statements that are fast since they do nothing. */
final class Rows {

  private Rows() {}

  static void expect(int expected, int written) throws SQLException {
    if (written != expected) {
      throw new SQLException(
          "Expected " + expected + " rows of history, but " + written + " were written.");
    }
  }
}
