// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

import java.sql.SQLException;

/**
 * Takes so many sagas through their lives at once; each step is one transaction and one round trip.
 */
interface Steps extends AutoCloseable {

  /** Creates new sagas. */
  void start() throws SQLException;

  /** Moves those sagas. */
  void move(String event, String state) throws SQLException;

  @Override
  void close() throws SQLException;
}
