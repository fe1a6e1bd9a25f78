// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.glassfish.api.jdbc.ConnectionValidation;

/** {@link WritableConnection} of MariaDB, whose replicas are read-only. */
public final class WritableMariaDb implements ConnectionValidation {

  private static final String QUESTION = "select @@global.read_only";

  /** A number up to MariaDB 11, a word in later ones. */
  private static final Set<String> WRITABLE = Set.of("0", "OFF");

  private final WritableConnection validation = new WritableConnection(QUESTION, WRITABLE);

  /** As Payara calls it; see {@link WritableConnection}. */
  public boolean isConnectionValid(Connection connection, int ignored) throws SQLException {
    return isConnectionValid(connection);
  }

  @Override
  public boolean isConnectionValid(Connection connection) throws SQLException {
    return validation.isConnectionValid(connection);
  }
}
