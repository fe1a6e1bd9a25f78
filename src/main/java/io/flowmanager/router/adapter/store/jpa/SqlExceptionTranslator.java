// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.platform.sql.SqlFailure;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;

/** Translates failures of the database to exceptions of the ports. */
final class SqlExceptionTranslator {

  private SqlExceptionTranslator() {}

  static <T> T ask(Supplier<T> work) {
    try {
      return work.get();
    } catch (PersistenceException e) {
      throw failure(e);
    }
  }

  private static RoutingException failure(PersistenceException e) {
    return SqlFailure.of(e) == SqlFailure.UNSTORABLE
        ? new RoutingException(
            Kind.INVALID_PAYLOAD, "The database cannot store this value: " + SqlFailure.reason(e))
        : new RoutingException(
            Kind.STORE_UNAVAILABLE, "The database failed: " + SqlFailure.reason(e));
  }

  public static void run(Runnable work) {
    ask(
        () -> {
          work.run();
          return null;
        });
  }
}
