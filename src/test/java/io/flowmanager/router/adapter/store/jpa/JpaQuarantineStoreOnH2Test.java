// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.router.application.message.QuarantineStore;
import io.flowmanager.router.application.message.QuarantineStoreContract;
import io.flowmanager.testing.server.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

class JpaQuarantineStoreOnH2Test extends QuarantineStoreContract {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final JpaTables tables =
      JpaTables.on(
          new TestDatabase(
              "jdbc:h2:mem:quarantined" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1",
              "sa",
              "sa"),
          "sql/h2");

  @AfterEach
  void close() {
    tables.close();
  }

  @Override
  protected <T> T ask(Function<QuarantineStore, T> work) {
    return tables.ask(entityManager -> work.apply(new JpaQuarantineStore(entityManager)));
  }
}
