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

/** Connections for changes of tables; given back as they were. */
final class UnhurriedSource {

  private static final Logger LOG = System.getLogger(UnhurriedSource.class.getName());

  private UnhurriedSource() {}

  static DataSource of(DataSource source, LimitStatements limits) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object found = call(source, method, arguments);
          return found instanceof Connection connection ? unhurried(connection, limits) : found;
        });
  }

  private static Connection unhurried(Connection connection, LimitStatements limits)
      throws SQLException {
    SessionLimits before = limits.read(connection);
    limits.apply(limits.ofAChange(), connection);
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            restore(connection, limits, before);
          }
          return call(connection, method, arguments);
        });
  }

  /** The pool discards a connection that does not accept them any more. */
  private static void restore(Connection connection, LimitStatements limits, SessionLimits before) {
    try {
      if (!connection.isClosed()) {
        limits.apply(before, connection);
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
