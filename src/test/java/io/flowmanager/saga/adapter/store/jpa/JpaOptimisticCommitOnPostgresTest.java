// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.OptimisticCommitContract;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.SagaBuilder;
import io.flowmanager.testing.store.TestStore;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JpaOptimisticCommitOnPostgresTest extends OptimisticCommitContract {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private static final int TOGETHER = 500;
  private static final int STEPS = 15;

  private static final String WAITING =
      " from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";

  private JpaStore jpa;

  @Override
  protected TestStore open() {
    jpa = TestStores.postgres();
    return jpa;
  }

  @Test
  void h2CannotDoIt() {
    try (JpaStore h2 = TestStores.h2()) {
      assertThat(h2.sagas().canCommitIfCurrent()).isFalse();
    }
  }

  @Test
  void nodesThatMoveTheSameSagasInAnotherOrderDoNotWaitForEachOtherInARing() {
    List<SagaChange> forth = IntStream.range(0, TOGETHER).mapToObj(i -> step(i, 0)).toList();
    jpa.sagas().commitIfCurrent(forth);
    var stored = new AtomicInteger();
    var together = new CyclicBarrier(2);

    try (ConcurrentRunner nodes =
        ConcurrentRunner.of(2, node -> stored.addAndGet(walk(node == 0, together)))) {
      nodes.join(BOUND);
    }

    assertThat(stored).hasValue(STEPS * TOGETHER);
  }

  /** How many steps it was the one to store. */
  private int walk(boolean isForth, CyclicBarrier together) {
    int stored = 0;
    for (int step = 1; step <= STEPS; step++) {
      List<SagaChange> changes = new ArrayList<>();
      for (int saga = 0; saga < TOGETHER; saga++) {
        changes.add(step(isForth ? saga : TOGETHER - 1 - saga, step));
      }
      meet(together);
      stored += jpa.sagas().commitIfCurrent(changes).size();
      meet(together);
    }
    return stored;
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await(BOUND.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("The other one did not come.", e);
    }
  }

  private static SagaChange step(int saga, int step) {
    SagaBuilder builder = aSaga().withId("saga-" + saga);
    return step == 0
        ? created(builder).build()
        : moved(builder.after("event", step).build()).build();
  }

  @Test
  void connectionThatBreaksMeanwhileLeavesItInDoubt() {
    SagaChange step = stepOfAStoredSaga();

    try (var other = jpa.begin()) {
      lock(other.sagas());
      try (ConcurrentRunner caller = ConcurrentRunner.of(1, i -> assertInDoubt(step))) {
        Await.until(
            "a step that waits for the lock", BOUND, () -> count("select count(*)" + WAITING) == 1);

        count("select count(pg_terminate_backend(pid))" + WAITING);

        caller.join(BOUND);
      }
    }
  }

  private SagaChange stepOfAStoredSaga() {
    jpa.sagas().commitIfCurrent(List.of(created(aSaga()).build()));
    return moved(aSaga().after("paid", 1).build()).build();
  }

  private static void lock(SagaStore sagas) {
    sagas.load(new Wanted(Set.of(new SagaId("saga-1")), Map.of(), Set.of()));
  }

  private void assertInDoubt(SagaChange step) {
    assertThatThrownBy(() -> jpa.sagas().commitIfCurrent(List.of(step)))
        .isInstanceOf(CommitInDoubtException.class);
  }

  @Test
  void aConnectionThatCannotBeGivenBackDoesNotTakeTheStepBack() {
    SagaStore sagas = failingAfter("close", new SQLException("The pool is closed", "55000"));

    assertThat(sagas.commitIfCurrent(List.of(created(aSaga()).build()))).hasSize(1);

    assertThat(jpa.<Boolean>ask(s -> s.sagas().find(new SagaId("saga-1")).isPresent())).isTrue();
  }

  /** Payara's pool does not unwrap what it has called by reflection. */
  @Test
  void aDeadConnectionWhoseFaultIsWrappedHasStoredNothing() {
    SagaChange step = created(aSaga()).build();
    SagaStore sagas = failingAfter("getAutoCommit", closed());

    assertThatThrownBy(() -> sagas.commitIfCurrent(List.of(step)))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void aStatementWhoseFaultIsWrappedIsInDoubt() {
    SagaChange step = created(aSaga()).build();
    SagaStore sagas = failingAfter("executeQuery", closed());

    assertThatThrownBy(() -> sagas.commitIfCurrent(List.of(step)))
        .isInstanceOf(CommitInDoubtException.class);
  }

  private static Throwable closed() {
    return new InvocationTargetException(new SQLException("This connection is closed", "08003"));
  }

  private SagaStore failingAfter(String failing, Throwable fault) {
    var isArmed = new AtomicBoolean();
    var connections =
        new FaultyConnection(
            jpa.source(),
            method -> {
              if (isArmed.get() && method.equals(failing)) {
                throw fault;
              }
            });
    SagaStore sagas = JpaStore.outsideTransactions(connections.asDataSource());
    isArmed.set(true);
    return sagas;
  }

  @Test
  void aConnectionThatWouldNotCommitByItselfIsMadeTo() throws SQLException {
    try (Connection manual = jpa.source().getConnection()) {
      manual.setAutoCommit(false);
      SagaStore sagas = JpaStore.outsideTransactions(new SharedConnection(manual).asDataSource());

      assertThat(sagas.commitIfCurrent(List.of(created(aSaga()).build()))).hasSize(1);
    }

    assertThat(jpa.<Boolean>ask(s -> s.sagas().find(new SagaId("saga-1")).isPresent())).isTrue();
  }

  @Test
  void aStatementThatTakesTooLongIsNotInDoubt() {
    SagaChange step = stepOfAStoredSaga();

    try (var other = jpa.begin()) {
      lock(other.sagas());
      run("alter database " + database() + " set statement_timeout = 200");

      assertThatThrownBy(() -> jpa.sagas().commitIfCurrent(List.of(step)))
          .isInstanceOf(StoreUnavailableException.class);
    } finally {
      run("alter database " + database() + " reset statement_timeout");
    }
  }

  private String database() {
    return ask(
        statement -> {
          try (ResultSet found = statement.executeQuery("select current_database()")) {
            found.next();
            return found.getString(1);
          }
        });
  }

  @Test
  void whatTheDatabaseRefusesIsNotStored() {
    SagaChange step = created(aSaga()).build();
    run("alter table saga_history rename to elsewhere");
    try {
      assertThatThrownBy(() -> jpa.sagas().commitIfCurrent(List.of(step)))
          .isInstanceOf(StoreUnavailableException.class);
    } finally {
      run("alter table elsewhere rename to saga_history");
    }
    assertThat(jpa.<List<?>>ask(s -> s.sagas().history(step.saga().id()))).isEmpty();
  }

  private void run(String sql) {
    ask(statement -> statement.execute(sql));
  }

  private long count(String sql) {
    return ask(
        statement -> {
          try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
          }
        });
  }

  private interface Work<T> {
    T on(Statement statement) throws SQLException;
  }

  private <T> T ask(Work<T> work) {
    return SqlExceptionTranslator.sql(
        () -> {
          try (Connection connection = jpa.source().getConnection();
              Statement statement = connection.createStatement()) {
            return work.on(statement);
          }
        });
  }
}
