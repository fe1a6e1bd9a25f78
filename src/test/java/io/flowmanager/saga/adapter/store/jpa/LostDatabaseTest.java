// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.QueryBuilder;
import io.flowmanager.testing.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables are gone: every call says so in the words of the port. */
@TestInstance(Lifecycle.PER_CLASS)
class LostDatabaseTest {

  private static final SagaId SAGA = new SagaId("saga-1");
  private static final CommandId COMMAND = new CommandId(SAGA, 0, 0);

  private final JpaStore store = TestStores.h2();

  /** A call of a port. */
  interface Call {
    void on(JpaSession session);
  }

  @BeforeAll
  void loseTables() {
    store.run(
        session ->
            ((JpaSession) session)
                .entityManager()
                .createNativeQuery("drop all objects")
                .executeUpdate());
  }

  @AfterAll
  void close() {
    store.close();
  }

  static Stream<Named<Call>> calls() {
    var now = SettableClock.START;
    return Stream.of(
        call("load", s -> s.sagas().load(new Wanted(Set.of(SAGA), Map.of(), Set.of()))),
        call("commit", s -> s.sagas().commit(List.of(created(aSaga()).build()))),
        call("find", s -> s.sagas().find(SAGA)),
        call("history", s -> s.sagas().history(SAGA)),
        call("list", s -> s.sagas().list(QueryBuilder.sagas().build())),
        call("claim", s -> s.outbox().claim(now, now, ClaimLimits.of(1))),
        call("remove", s -> s.outbox().remove(List.of(COMMAND))),
        call("postpone", s -> s.outbox().postpone(List.of(new Postpone(COMMAND, now, 1, now, "")))),
        call("release", s -> s.outbox().release(List.of(new Release(COMMAND, now)), now)),
        call("backlogs", s -> s.outbox().backlogs()));
  }

  private static Named<Call> call(String name, Call call) {
    return Named.of(name, call);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void callSaysThatTheStoreIsUnavailable(Call call) {
    try (JpaSession session = store.begin()) {
      assertThatThrownBy(() -> call.on(session)).isInstanceOf(StoreUnavailableException.class);
    }
  }
}
