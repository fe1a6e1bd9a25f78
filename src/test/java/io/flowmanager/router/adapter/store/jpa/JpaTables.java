// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.testing.server.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.flywaydb.core.Flyway;

/** EclipseLink outside a server, on the tables that Flyway makes. */
record JpaTables(EntityManagerFactory factory) {

  static JpaTables on(TestDatabase database, String folder) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:" + folder)
        .load()
        .migrate();
    return new JpaTables(
        Persistence.createEntityManagerFactory(
            "flow-manager",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jdbc.url", database.url(),
                "jakarta.persistence.jdbc.user", database.user(),
                "jakarta.persistence.jdbc.password", database.password(),
                "eclipselink.logging.level", "OFF")));
  }

  /** One transaction; rolled back when the work throws. */
  <T> T ask(Function<EntityManager, T> work) {
    EntityManager entityManager = factory.createEntityManager();
    try {
      entityManager.getTransaction().begin();
      // A server reads through the connection of the transaction; out here that must be asked for.
      entityManager.unwrap(UnitOfWork.class).beginEarlyTransaction();
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
