// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.RawMessage;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On databases that lock no more rows than a claim takes. */
abstract class NarrowLocksContract extends JpaTransactionsContract {

  private static final Instant NOW = SettableClock.START;
  private static final Instant LEASED = NOW.plusSeconds(15);

  /** H2 locks all rows that are due, not only those within the limit. */
  @Test
  void secondClaimerPassesOverWhatTheFirstIsTaking() {
    store(IntStream.range(0, 6).mapToObj(i -> created(aSaga().withId("saga-" + i)).sends(0, NOW)));

    try (JpaSession one = store().begin();
        JpaSession two = store().begin()) {
      List<PendingCommand> first = one.outbox().claim(NOW, LEASED, ClaimLimits.of(4));
      List<PendingCommand> second = two.outbox().claim(NOW, LEASED, ClaimLimits.of(10));
      one.commit();
      two.commit();

      assertThat(first).hasSize(4);
      assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  void sagaThatIsLockedDelaysNoOther() {
    store(IntStream.range(0, 3).mapToObj(i -> created(aSaga().withId("saga-" + i))));

    try (JpaSession one = store().begin();
        JpaSession two = store().begin()) {
      lock(one, "saga-0", "saga-1");

      assertThat(lock(two, "saga-2").sagas()).hasSize(1);
    }
  }

  private static SagaStore.Loaded lock(JpaSession session, String... sagas) {
    Set<SagaId> ids = Stream.of(sagas).map(SagaId::new).collect(Collectors.toSet());
    return session.sagas().load(new Wanted(ids, Map.of(), Set.of()));
  }

  @Test
  void partitionThatIsLockedDelaysNoOther() {
    List<LogPartition> all = IntStream.range(0, 4).mapToObj(this::partition).toList();
    store().run(s -> s.inbox().move(positions(all)));

    try (JpaSession one = store().begin();
        JpaSession two = store().begin()) {
      one.inbox().lock(Set.of(all.get(0), all.get(1)));

      assertThat(two.inbox().lock(Set.of(all.get(2), all.get(3)))).hasSize(2);
    }
  }

  private static Map<LogPartition, ConsumerPosition> positions(List<LogPartition> all) {
    return all.stream().collect(Collectors.toMap(p -> p, p -> ConsumerPosition.at(1)));
  }

  private LogPartition partition(int number) {
    return new LogPartition(new FlowName("order"), "events", "group", "topic", number);
  }

  @Test
  void deadLetterThatIsBeingRemovedDelaysNoOther() {
    List<DeadLetter> letters = IntStream.range(0, 4).mapToObj(this::letter).toList();
    store().run(s -> s.inbox().keep(letters));

    try (JpaSession one = store().begin();
        JpaSession two = store().begin()) {
      one.inbox().remove(letters.subList(0, 2));
      two.inbox().remove(letters.subList(2, 4));
      one.commit();
      two.commit();
    }
  }

  private DeadLetter letter(int offset) {
    var message = new RawMessage(Optional.empty(), Optional.empty(), "[]");
    return new DeadLetter(partition(0), offset, message, SkipReason.MALFORMED, "no JSON", NOW);
  }

  @Test
  void oneDoesNotWaitToStoreASagaBesideThoseThatAnotherOneHasNotCommitted() {
    try (JpaSession one = store().begin();
        JpaSession two = store().begin()) {
      one.sagas().commit(List.of(created(aSaga().withId("saga-1")).startedWith("a").build()));
      two.sagas().commit(List.of(created(aSaga().withId("saga-2")).startedWith("b").build()));
      one.sagas().commit(List.of(created(aSaga().withId("saga-3")).startedWith("c").build()));
      two.commit();
      one.commit();
    }
  }
}
