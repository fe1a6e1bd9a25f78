// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import io.flowmanager.testing.store.JpaProvider;
import java.util.concurrent.atomic.AtomicInteger;

/** JPA stores on databases that nobody has used before. */
final class TestStores {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestStores() {}

  static JpaStore h2() {
    return h2(JpaProvider.ECLIPSELINK);
  }

  static JpaStore h2(JpaProvider provider) {
    return JpaStore.on(h2Database(), "sql/h2", provider);
  }

  static TestDatabase h2Database() {
    String url = "jdbc:h2:mem:store" + DATABASES.incrementAndGet();
    return new TestDatabase(url + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "sa");
  }

  /** A lock that is never given makes a test fail, not hang. */
  static JpaStore postgres() {
    return postgres(JpaProvider.ECLIPSELINK);
  }

  static JpaStore postgres(JpaProvider provider) {
    TestDatabase fresh = PostgresServer.freshDatabase();
    String url = fresh.url() + "?options=-c%20lock_timeout=10000";
    var database = new TestDatabase(url, fresh.user(), fresh.password());
    return JpaStore.on(database, "sql/postgresql", provider);
  }

  /** As on PostgreSQL, a wait for a lock ends. */
  static JpaStore mariaDb() {
    return mariaDb(JpaProvider.ECLIPSELINK);
  }

  static JpaStore mariaDb(JpaProvider provider) {
    String options = MariaDbServer.OPTIONS + "&sessionVariables=innodb_lock_wait_timeout=10";
    return JpaStore.on(MariaDbServer.freshDatabase(options), "sql/mariadb", provider);
  }
}
