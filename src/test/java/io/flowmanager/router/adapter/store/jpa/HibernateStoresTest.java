// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.router.application.call.CallStoreContract;
import io.flowmanager.router.application.message.QuarantineStore;
import io.flowmanager.router.application.message.QuarantineStoreContract;
import io.flowmanager.testing.router.TestCallStore;
import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import io.flowmanager.testing.store.JpaProvider;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** WildFly's provider keeps the promises of the router's stores. */
class HibernateStoresTest {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static JpaTables h2() {
    String url = "jdbc:h2:mem:hibernate" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    return JpaTables.on(new TestDatabase(url, "sa", "sa"), "sql/h2", JpaProvider.HIBERNATE);
  }

  private static JpaTables postgres() {
    return JpaTables.on(PostgresServer.freshDatabase(), "sql/postgresql", JpaProvider.HIBERNATE);
  }

  private static JpaTables mariaDb() {
    return JpaTables.on(
        MariaDbServer.freshDatabase(MariaDbServer.OPTIONS), "sql/mariadb", JpaProvider.HIBERNATE);
  }

  @Nested
  class CallsOnH2 extends CallStoreContract {

    @Override
    protected TestCallStore open() {
      return new JpaTestCallStore(h2());
    }
  }

  @Nested
  class QuarantineOnH2 extends QuarantineStoreContract {

    private final JpaTables tables = h2();

    @AfterEach
    void close() {
      tables.close();
    }

    @Override
    protected <T> T ask(Function<QuarantineStore, T> work) {
      return tables.ask(entityManager -> work.apply(new JpaQuarantineStore(entityManager)));
    }
  }

  @Nested
  class CallsOnPostgres extends CallStoreContract {

    @Override
    protected TestCallStore open() {
      return new JpaTestCallStore(postgres());
    }
  }

  @Nested
  class QuarantineOnPostgres extends QuarantineStoreContract {

    private final JpaTables tables = postgres();

    @AfterEach
    void close() {
      tables.close();
    }

    @Override
    protected <T> T ask(Function<QuarantineStore, T> work) {
      return tables.ask(entityManager -> work.apply(new JpaQuarantineStore(entityManager)));
    }
  }

  @Nested
  class CallsOnMariaDb extends CallStoreContract {

    @Override
    protected TestCallStore open() {
      return new JpaTestCallStore(mariaDb());
    }
  }

  @Nested
  class QuarantineOnMariaDb extends JpaQuarantineContract {

    QuarantineOnMariaDb() {
      super(mariaDb());
    }
  }
}
