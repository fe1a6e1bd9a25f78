// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.glassfish.saga.adapter.script;

import java.sql.Connection;
import java.sql.SQLException;
import org.glassfish.api.jdbc.ConnectionValidation;

/** Knows org.glassfish, which is fenced off from scripts. */
public final class PooledScript {

  boolean isSound(ConnectionValidation pool, Connection connection) throws SQLException {
    return pool.isConnectionValid(connection);
  }
}
