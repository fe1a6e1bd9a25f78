// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.platform.sql.SqlFailure;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Translates failures of the database to exceptions of the ports: a value that it can never store
 * is unstorable; any other failure means that the store is unavailable.
 */
public final class SqlExceptionTranslator {

  private SqlExceptionTranslator() {}

  public static <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (PersistenceException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(Exception e) {
    return SqlFailure.of(e) == SqlFailure.UNSTORABLE
        ? new UnstorableException(
            "The database cannot store this value: " + SqlFailure.reason(e), e)
        : new StoreUnavailableException("The database failed: " + SqlFailure.reason(e), e);
  }

  public interface Sql<T> {
    public T run() throws SQLException;
  }

  /**
   * Payara's pool calls its connections by reflection, and does not always unwrap their exceptions.
   */
  public static <T> T sql(Sql<T> work) {
    try {
      return work.run();
    } catch (SQLException | UndeclaredThrowableException e) {
      throw failure(e);
    }
  }

  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }
}
