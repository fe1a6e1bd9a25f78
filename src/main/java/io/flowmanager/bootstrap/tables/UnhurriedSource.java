// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.tables;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of PostgreSQL for changes of tables; given back as they were. */
final class UnhurriedSource {

  private static final Logger LOG = System.getLogger(UnhurriedSource.class.getName());

  private UnhurriedSource() {}

  static DataSource of(DataSource source) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object found = call(source, method, arguments);
          return found instanceof Connection connection ? unhurried(connection) : found;
        });
  }

  private static Connection unhurried(Connection connection) throws SQLException {
    SessionLimits before = SessionLimits.of(connection);
    SessionLimits.OF_A_CHANGE.apply(connection);
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            restore(before, connection);
          }
          return call(connection, method, arguments);
        });
  }

  /** The pool discards a connection that does not accept them any more. */
  private static void restore(SessionLimits limits, Connection connection) {
    try {
      if (!connection.isClosed()) {
        limits.apply(connection);
      }
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "The settings of a connection could not be restored", e);
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
