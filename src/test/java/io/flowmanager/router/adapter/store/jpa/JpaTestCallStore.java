// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.router.application.call.CallStore;
import io.flowmanager.testing.router.TestCallStore;
import io.flowmanager.testing.server.TestDatabase;
import java.util.function.Function;

/** The JPA store, outside a server. */
record JpaTestCallStore(JpaTables tables) implements TestCallStore {

  static JpaTestCallStore on(TestDatabase database, String folder) {
    return new JpaTestCallStore(JpaTables.on(database, folder));
  }

  @Override
  public <T> T ask(Function<CallStore, T> work) {
    return tables.ask(entityManager -> work.apply(new JpaCallStore(entityManager)));
  }

  @Override
  public void close() {
    tables.close();
  }
}
