// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each failure of MariaDB is one of the port's. */
class MariaDbFailuresTest {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final JpaStore store = TestStores.mariaDb();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void oneOfTwoThatWaitForEachOtherFailsAndMayTryAgain() {
    store("saga-0", "saga-1");
    var failures = new AtomicInteger();
    var together = new CyclicBarrier(2);

    try (ConcurrentRunner nodes =
        ConcurrentRunner.of(2, node -> failures.addAndGet(lockBoth(node, together)))) {
      nodes.join(BOUND);
    }

    assertThat(failures).hasValue(1);
  }

  /** One after the other, in an order of its own; answers how often it failed. */
  private int lockBoth(int node, CyclicBarrier together) {
    try (JpaSession session = store.begin()) {
      lock(session, "saga-" + node);
      meet(together);
      lock(session, "saga-" + (1 - node));
      return 0;
    } catch (StoreUnavailableException e) {
      assertThat(e).hasMessageContaining("Deadlock");
      return 1;
    }
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await(BOUND.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("The other one did not come.", e);
    }
  }

  @Test
  void aLockThatIsNotToBeHadMayPass() {
    store("saga-0");

    try (JpaSession one = store.begin();
        JpaSession two = store.begin()) {
      lock(one, "saga-0");
      two.entityManager()
          .createNativeQuery("set session innodb_lock_wait_timeout = 1")
          .executeUpdate();

      assertThatThrownBy(() -> lock(two, "saga-0")).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void aStatementThatTakesTooLongMayPass() {
    store("saga-0");

    try (JpaSession one = store.begin();
        JpaSession two = store.begin()) {
      lock(one, "saga-0");
      two.entityManager().createNativeQuery("set session max_statement_time = 0.2").executeUpdate();

      assertThatThrownBy(() -> lock(two, "saga-0")).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void aConnectionThatTheServerEndsMayPass() throws SQLException {
    try (Connection kept = store.source().getConnection();
        ResultSet id = kept.createStatement().executeQuery("select connection_id()")) {
      SagaStore sagas = JpaStore.outsideTransactions(new SharedConnection(kept).asDataSource());
      id.next();
      MariaDbServer.execute("kill " + id.getLong(1));

      assertThatThrownBy(() -> sagas.find(new SagaId("saga-0")))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void aServerThatHasBecomeReadOnlyMayPass() {
    MariaDbServer.execute("create or replace user plain identified by 'x'");
    MariaDbServer.execute("grant select, insert, update, delete on *.* to plain");
    var database = new TestDatabase(store.database().url(), "plain", "x");
    MariaDbServer.execute("set global read_only = on");
    try {
      assertThatThrownBy(
              () ->
                  JpaStore.outsideTransactions(database.source())
                      .commit(List.of(created(aSaga()).build())))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("read-only");
      assertThatThrownBy(() -> deleteNothing(database))
          .as("what /-/ready asks")
          .hasMessageContaining("read-only");
    } finally {
      MariaDbServer.execute("set global read_only = off");
    }
  }

  private static void deleteNothing(TestDatabase database) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(2);
      statement.executeUpdate("delete from consumer_position where 1 = 0");
    }
  }

  @Test
  void aSagaBeyondTheServersPacketsIsUnstorableAndLargerPacketsTakeIt() {
    String json = "{\"large\": \"" + "x".repeat(17 << 20) + "\"}";
    var large = List.of(created(aSaga().withMetadata(json)).build());

    assertThatThrownBy(() -> store.run(s -> s.sagas().commit(large)))
        .isInstanceOf(UnstorableException.class);

    MariaDbServer.execute("set global max_allowed_packet = 67108864");
    try (JpaStore roomy = TestStores.mariaDb()) {
      roomy.run(s -> s.sagas().commit(large));
      Optional<Saga> found = roomy.ask(s -> s.sagas().find(new SagaId("saga-1")));
      assertThat(found.orElseThrow().metadata().getString("large")).hasSize(17 << 20);
    } finally {
      MariaDbServer.execute("set global max_allowed_packet = 16777216");
    }
  }

  private void store(String... sagas) {
    for (String id : sagas) {
      store.run(s -> s.sagas().commit(List.of(created(aSaga().withId(id)).build())));
    }
  }

  private static void lock(JpaSession session, String saga) {
    session.sagas().load(new Wanted(Set.of(new SagaId(saga)), Map.of(), Set.of()));
  }
}
