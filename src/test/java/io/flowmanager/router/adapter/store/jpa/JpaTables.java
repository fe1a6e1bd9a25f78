// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.testing.server.TestDatabase;
import io.flowmanager.testing.store.JpaProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import org.flywaydb.core.Flyway;

/** Entities outside a server, on the tables that Flyway makes. */
record JpaTables(EntityManagerFactory factory) {

  static JpaTables on(TestDatabase database, String folder) {
    return on(database, folder, JpaProvider.ECLIPSELINK);
  }

  /** The same with that provider. */
  static JpaTables on(TestDatabase database, String folder, JpaProvider provider) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:" + folder)
        .load()
        .migrate();
    return new JpaTables(provider.open(database));
  }

  /** One transaction; rolled back when the work throws. */
  <T> T ask(Function<EntityManager, T> work) {
    EntityManager entityManager = factory.createEntityManager();
    try {
      JpaProvider.begin(entityManager);
      T answer = work.apply(entityManager);
      entityManager.getTransaction().commit();
      return answer;
    } finally {
      if (entityManager.getTransaction().isActive()) {
        entityManager.getTransaction().rollback();
      }
      entityManager.close();
    }
  }

  void close() {
    factory.close();
  }
}
