// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.StoreUnavailableException;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Says of every failure of the database that the store is unavailable. */
final class Guarded {

  private Guarded() {}

  static <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (PersistenceException e) {
      throw new StoreUnavailableException("The database could not do it: " + e.getMessage(), e);
    }
  }

  interface Sql<T> {
    T run() throws SQLException;
  }

  /** Payara's pool calls its connections by reflection, and does not always unwrap their faults. */
  static <T> T sql(Sql<T> work) {
    try {
      return work.run();
    } catch (SQLException | UndeclaredThrowableException e) {
      throw new StoreUnavailableException("The database could not do it: " + e.getMessage(), e);
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
