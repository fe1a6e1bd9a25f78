// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.sql.SqlDialect;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.outbox.BlockedCommands;
import io.flowmanager.saga.application.outbox.Outbox;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.testing.server.TestDatabase;
import io.flowmanager.testing.store.TestStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.flywaydb.core.Flyway;

/** The JPA store on EclipseLink, outside a server, on the tables that Flyway makes. */
final class JpaStore implements TestStore {

  private static final List<String> TABLES =
      List.of(
          "saga",
          "saga_history",
          "event_receipt",
          "start_request",
          "pending_command",
          "consumer_position",
          "dead_letter");

  private final EntityManagerFactory factory;
  private final TestDatabase database;

  private JpaStore(EntityManagerFactory factory, TestDatabase database) {
    this.factory = factory;
    this.database = database;
  }

  TestDatabase database() {
    return database;
  }

  /**
   * @param folder of the migrations
   */
  static JpaStore on(TestDatabase database, String folder) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:" + folder)
        .load()
        .migrate();
    return new JpaStore(
        Persistence.createEntityManagerFactory("flow-manager", properties(database)), database);
  }

  private static Map<String, String> properties(TestDatabase database) {
    return Map.of(
        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
        "jakarta.persistence.jdbc.url", database.url(),
        "jakarta.persistence.jdbc.user", database.user(),
        "jakarta.persistence.jdbc.password", database.password(),
        "eclipselink.logging.level", "OFF");
  }

  /** Gives connections that are in no transaction. */
  DataSource source() {
    return database.source();
  }

  @Override
  public SagaStore sagas() {
    return outsideTransactions(source());
  }

  /**
   * @param source gives connections that are in no transaction
   */
  static SagaStore outsideTransactions(DataSource source) {
    return new JpaSagaStore(null, source);
  }

  @Override
  public JpaSession begin() {
    EntityManager entityManager = factory.createEntityManager();
    entityManager.getTransaction().begin();
    // A server reads through the connection of the transaction; out here that must be asked for.
    entityManager.unwrap(UnitOfWork.class).beginEarlyTransaction();
    return new JpaSession(entityManager);
  }

  @Override
  public void clear() {
    try (JpaSession session = begin()) {
      for (String table : TABLES) {
        session.entityManager().createNativeQuery("delete from " + table).executeUpdate();
      }
      session.commit();
    }
  }

  @Override
  public void close() {
    factory.close();
  }

  record JpaSession(EntityManager entityManager) implements Session {

    @Override
    public SagaStore sagas() {
      return new JpaSagaStore(entityManager, dataSource());
    }

    private DataSource dataSource() {
      return new SharedConnection(entityManager.unwrap(Connection.class)).asDataSource();
    }

    @Override
    public Inbox inbox() {
      return new JpaInbox(entityManager);
    }

    @Override
    public Outbox outbox() {
      return new JpaOutbox(entityManager, dataSource());
    }

    @Override
    public BlockedCommands blocked() {
      return new JpaBlockedCommands(entityManager);
    }

    @Override
    public void commit() {
      SqlExceptionTranslator.run(entityManager.getTransaction()::commit);
    }

    @Override
    public void close() {
      if (entityManager.getTransaction().isActive()) {
        entityManager.getTransaction().rollback();
      }
      entityManager.close();
    }
  }
}
