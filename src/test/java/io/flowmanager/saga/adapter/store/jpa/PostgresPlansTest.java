// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Block;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL keeps the plan of a statement that is used often. What it has planned for an empty
 * table must be good for a full one.
 */
class PostgresPlansTest {

  private static final int SAGAS = 20;
  private static final int BATCHES = 20;
  private static final int MANY = 5_000;
  private static final EventId EVENT = new EventId("event-1");
  private static final Instant DUE = SettableClock.START;

  private final JpaStore store = TestStores.postgres();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void noBatchReadsAWholeTableHoweverEmptyItWasAtFirst() {
    Map<String, Long> before = scans();

    IntStream.range(0, BATCHES).forEach(this::playBatch);

    assertThat(scans()).isEqualTo(before);
  }

  @Test
  void noOptimisticCommitReadsAWholeTableHoweverEmptyItWasAtFirst() throws SQLException {
    Map<String, Long> before = scans();

    try (Connection kept = store.source().getConnection()) {
      SagaStore sagas = JpaStore.outsideTransactions(new SharedConnection(kept).asDataSource());
      for (SagaId id : ids("single", SAGAS)) {
        assertThat(sagas.commitIfCurrent(List.of(start(id.value())))).hasSize(1);
        assertThat(sagas.commitIfCurrent(List.of(pay(id.value())))).hasSize(1);
      }
      for (int i = 0; i < BATCHES; i++) {
        Set<SagaId> together = ids("together" + i, SAGAS);
        assertThat(sagas.commitIfCurrent(together.stream().map(id -> start(id.value())).toList()))
            .hasSize(SAGAS);
        assertThat(sagas.commitIfCurrent(together.stream().map(id -> pay(id.value())).toList()))
            .hasSize(SAGAS);
      }
      kept.createStatement().execute("select pg_stat_force_next_flush()");
    }

    assertThat(scans()).isEqualTo(before);
  }

  @Test
  void noCommandIsLookedUpByReadingTheWholeOutboxThoughItWasEmptyAtFirst() {
    run("analyze pending_command");
    IntStream.range(0, BATCHES).forEach(i -> useOutbox(ids("none", 1)));
    Set<SagaId> sagas = ids("many", MANY);
    store.run(s -> s.sagas().commit(sagas.stream().map(id -> start(id.value())).toList()));
    long before = scans().get("pending_command");

    IntStream.range(0, BATCHES).forEach(i -> useOutbox(ids("many", SAGAS)));

    assertThat(scans().get("pending_command") - before)
        .as("a claim may look through all that is due once")
        .isLessThanOrEqualTo(BATCHES);
  }

  @Test
  void claimThatFindsNothingFreeWritesNothing() {
    Set<SagaId> sagas = ids("waiting", SAGAS);
    store.run(s -> s.sagas().commit(sagas.stream().map(this::waiting).toList()));
    long before = updates();

    IntStream.range(0, BATCHES).forEach(i -> claim(DUE.plusSeconds(i)));

    assertThat(updates()).isEqualTo(before);
  }

  /** A saga whose oldest command is due only tomorrow, and the next one now. */
  private SagaChange waiting(SagaId id) {
    Instant tomorrow = DUE.plus(Duration.ofDays(1));
    return created(aSaga().withId(id.value())).sends(0, tomorrow).sends(1, DUE).build();
  }

  private void claim(Instant now) {
    store.run(session -> session.outbox().claim(now, now, ClaimLimits.of(SAGAS)));
  }

  private long updates() {
    return ofTables("n_tup_upd").get("pending_command");
  }

  private void useOutbox(Set<SagaId> sagas) {
    List<CommandId> commands = sagas.stream().map(id -> new CommandId(id, 0, 0)).toList();
    store.run(
        session -> {
          session.sagas().latestPending(sagas);
          session.outbox().claim(DUE, DUE, ClaimLimits.of(SAGAS));
          session.outbox().release(sagas.stream().map(PostgresPlansTest::lease).toList(), DUE);
          session.outbox().postpone(commands.stream().map(PostgresPlansTest::failure).toList());
          session.outbox().block(commands.stream().map(PostgresPlansTest::block).toList(), DUE);
          session.outbox().remove(commands);
        });
  }

  private static Postpone failure(CommandId command) {
    return new Postpone(command, 1, DUE, "no answer");
  }

  private static Block block(CommandId command) {
    return new Block(command, new FlowVersion("1"), "it threw");
  }

  private static Set<SagaId> ids(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new SagaId(name + "-" + i))
        .collect(Collectors.toSet());
  }

  private void playBatch(int batch) {
    List<String> names = IntStream.range(0, SAGAS).mapToObj(i -> batch + "-" + i).toList();
    Set<SagaId> ids = names.stream().map(SagaId::new).collect(Collectors.toSet());
    store.run(session -> session.sagas().commit(names.stream().map(this::start).toList()));
    store.run(
        session -> {
          session.sagas().load(wanted(ids));
          session.sagas().latestPending(ids);
          session.sagas().commit(names.stream().map(this::pay).toList());
        });
    store.run(
        session ->
            session.outbox().release(ids.stream().map(PostgresPlansTest::lease).toList(), DUE));
    store.run(
        session ->
            session.outbox().remove(ids.stream().map(id -> new CommandId(id, 0, 0)).toList()));
  }

  private static Wanted wanted(Set<SagaId> ids) {
    return new Wanted(
        ids,
        ids.stream().collect(Collectors.toMap(id -> id, id -> Set.of(EVENT))),
        ids.stream()
            .map(id -> new StartKey(new FlowName("order"), new EventId(id.value())))
            .collect(Collectors.toSet()));
  }

  private static Release lease(SagaId saga) {
    return new Release(new CommandId(saga, 0, 0), DUE);
  }

  private SagaChange start(String id) {
    return created(aSaga().withId(id)).startedWith(id).sends(0, DUE).build();
  }

  private SagaChange pay(String id) {
    var saga = new SagaId(id);
    var receipt = new Receipt(saga, EVENT, new Answer.Transitioned(saga, "paid"), DUE);
    return moved(aSaga().withId(id).inState("paid").after("paid", 1).build())
        .received(receipt)
        .build();
  }

  /** How often each table has been read from its beginning to its end. */
  private Map<String, Long> scans() {
    return ofTables("seq_scan");
  }

  private Map<String, Long> ofTables(String count) {
    run("select pg_stat_force_next_flush()");
    try (JpaSession session = store.begin()) {
      String sql = "select relname, " + count + " from pg_stat_user_tables";
      List<?> rows = session.entityManager().createNativeQuery(sql).getResultList();
      return rows.stream()
          .map(Object[].class::cast)
          .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
  }

  private void run(String sql) {
    try (JpaSession session = store.begin()) {
      session.entityManager().unwrap(Connection.class).createStatement().execute(sql);
      session.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
