// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.ChangeBuilder;
import io.flowmanager.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Transactions of two nodes that are open at the same time. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class JpaTransactionsContract {

  private static final Instant NOW = SettableClock.START;
  private static final Instant LEASED = NOW.plusSeconds(15);
  private static final SagaId SAGA = new SagaId("saga-1");
  private static final StartKey KEY = new StartKey(new FlowName("order"), new EventId("key"));

  private JpaStore store;

  abstract JpaStore open();

  final JpaStore store() {
    return store;
  }

  @BeforeAll
  void openStore() {
    store = open();
  }

  @AfterAll
  void closeStore() {
    store.close();
  }

  @BeforeEach
  void forgetAll() {
    store.clear();
  }

  @Test
  void commandBehindOneThatIsBeingTakenStays() {
    store(Stream.of(created(aSaga()).sends(0, NOW).sends(1, NOW)));

    try (JpaSession one = store.begin();
        JpaSession two = store.begin()) {
      one.outbox().claim(NOW, LEASED, ClaimLimits.of(1));

      assertThat(two.outbox().claim(NOW, LEASED, ClaimLimits.of(1))).isEmpty();
    }
  }

  @Test
  void startKeyIsTakenByOneOfTwoTransactionsAtTheSameTime() {
    try (JpaSession one = store.begin();
        JpaSession two = store.begin()) {
      Wanted wanted = new Wanted(Set.of(), Map.of(), Set.of(KEY));
      assertThat(one.sagas().load(wanted).started()).isEmpty();
      assertThat(two.sagas().load(wanted).started()).isEmpty();
      one.sagas().commit(List.of(created(aSaga()).startedWith("key").build()));
      one.commit();

      SagaChange late = created(aSaga().withId("saga-2")).startedWith("key").build();
      assertThatThrownBy(
              () -> {
                two.sagas().commit(List.of(late));
                two.commit();
              })
          .isInstanceOf(StoreUnavailableException.class);
    }

    assertThat(store.<Boolean>ask(s -> s.sagas().find(new SagaId("saga-2")).isPresent())).isFalse();
  }

  @Test
  void sagaThatChangedDespiteItsLockIsNotOverwritten() {
    store(Stream.of(created(aSaga())));

    try (JpaSession session = store.begin()) {
      session.sagas().load(new Wanted(Set.of(SAGA), Map.of(), Set.of()));
      session
          .entityManager()
          .createNativeQuery(
              "update saga set version = version + 1, last_sequence = last_sequence + 1")
          .executeUpdate();

      SagaChange change = moved(aSaga().inState("paid").after("paid", 1).build()).build();
      assertThatThrownBy(() -> session.sagas().commit(List.of(change)))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  final void store(Stream<ChangeBuilder> changes) {
    List<SagaChange> built = changes.map(ChangeBuilder::build).toList();
    store.run(session -> session.sagas().commit(built));
  }

  @Test
  void storedCommandThatCannotBeReadKeepsNoOtherSagaBack() {
    store.run(
        session ->
            session
                .sagas()
                .commit(
                    List.of(
                        created(aSaga().withId("broken")).sends(0, NOW).sends(1, NOW).build(),
                        created(aSaga().withId("sound")).sends(0, NOW).build())));
    String damage =
        "update pending_command set payload = 'no JSON'"
            + " where saga_id = 'broken' and sequence_no = 0";
    try (JpaSession session = store.begin()) {
      session.entityManager().createNativeQuery(damage).executeUpdate();
      session.commit();
    }

    List<PendingCommand> claimed =
        store.ask(session -> session.outbox().claim(NOW, LEASED, ClaimLimits.of(10)));

    assertThat(claimed).extracting(it -> it.command().id().saga().value()).containsExactly("sound");
  }
}
