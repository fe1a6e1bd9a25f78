// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.testing.server.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.hibernate.Session;

/**
 * The providers of the supported servers, outside a server. Both are on the class path of the
 * tests, so each factory names its provider.
 */
public enum JpaProvider {
  /** Payara's. */
  ECLIPSELINK("org.eclipse.persistence.jpa.PersistenceProvider"),
  /** WildFly's. */
  HIBERNATE("org.hibernate.jpa.HibernatePersistenceProvider");

  /** Kept, since a logger that nobody refers to forgets its level. */
  private static final Logger HIBERNATE_LOG;

  static {
    // Else it is Log4j, which the test's Kafka broker brings.
    System.setProperty("org.jboss.logging.provider", "jdk");
    HIBERNATE_LOG = Logger.getLogger("org.hibernate");
    HIBERNATE_LOG.setLevel(Level.OFF);
  }

  private final String className;

  JpaProvider(String className) {
    this.className = className;
  }

  /** Opens the persistence unit of the application on that database. */
  public EntityManagerFactory open(TestDatabase database) {
    return Persistence.createEntityManagerFactory(
        "flow-manager",
        Map.of(
            "jakarta.persistence.provider",
            className,
            "jakarta.persistence.transactionType",
            "RESOURCE_LOCAL",
            "jakarta.persistence.jdbc.url",
            database.url(),
            "jakarta.persistence.jdbc.user",
            database.user(),
            "jakarta.persistence.jdbc.password",
            database.password(),
            "eclipselink.logging.level",
            "OFF"));
  }

  /** Begins a transaction that reads through its own connection, as it does in a server. */
  public static void begin(EntityManager entityManager) {
    entityManager.getTransaction().begin();
    if (!isHibernate(entityManager)) {
      entityManager.unwrap(UnitOfWork.class).beginEarlyTransaction();
    }
  }

  /** The connection of the transaction that is open. */
  public static Connection connection(EntityManager entityManager) {
    return isHibernate(entityManager)
        ? entityManager.unwrap(Session.class).doReturningWork(connection -> connection)
        : entityManager.unwrap(Connection.class);
  }

  private static boolean isHibernate(EntityManager entityManager) {
    return entityManager instanceof Session;
  }
}
