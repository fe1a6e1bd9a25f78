// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.platform.sql.SqlFailure;
import io.flowmanager.saga.application.StoreUnavailableException;
import io.flowmanager.saga.application.UnstorableException;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Tells failures of the database in the words of the ports: a value that it will never take is
 * unstorable, and of all else the store is unavailable.
 */
final class Guarded {

  private Guarded() {}

  static <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (PersistenceException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(Exception e) {
    return SqlFailure.of(e) == SqlFailure.UNSTORABLE
        ? new UnstorableException("The database takes no such value: " + SqlFailure.reason(e), e)
        : new StoreUnavailableException("The database could not do it: " + SqlFailure.reason(e), e);
  }

  interface Sql<T> {
    T run() throws SQLException;
  }

  /** Payara's pool calls its connections by reflection, and does not always unwrap their faults. */
  static <T> T sql(Sql<T> work) {
    try {
      return work.run();
    } catch (SQLException | UndeclaredThrowableException e) {
      throw failure(e);
    }
  }

  static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }
}
