// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.outbox.BlockedCommands;
import io.flowmanager.saga.application.outbox.Outbox;
import io.flowmanager.saga.application.remote.Intents;
import io.flowmanager.saga.application.store.SagaDocuments;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.testing.server.TestDatabase;
import io.flowmanager.testing.store.JpaProvider;
import io.flowmanager.testing.store.TestStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The JPA store, outside a server, on the tables that Flyway makes. */
final class JpaStore implements TestStore {

  private static final List<String> TABLES =
      List.of(
          "saga",
          "saga_history",
          "event_receipt",
          "start_request",
          "pending_command",
          "retention_mark",
          "retention_left_behind",
          "consumer_position",
          "dead_letter",
          "saga_intent");

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
    return on(database, folder, JpaProvider.ECLIPSELINK);
  }

  /** The same with that provider. */
  static JpaStore on(TestDatabase database, String folder, JpaProvider provider) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:" + folder)
        .load()
        .migrate();
    return new JpaStore(provider.open(database), database);
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
    JpaProvider.begin(entityManager);
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

    DataSource dataSource() {
      return new SharedConnection(JpaProvider.connection(entityManager)).asDataSource();
    }

    SagaDocuments documents() {
      return new JpaSagaDocuments(entityManager);
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

    Intents intents() {
      return new JpaIntents(entityManager);
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
