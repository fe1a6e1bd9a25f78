// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.adapter.store.mongo.MongoProxy.Fault;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.remote.RemoteSession;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A crash or a broken connection at any point loses no step and no command. */
@TestInstance(Lifecycle.PER_CLASS)
class MongoFaultsTest {

  private static final Flow FLOW = FlowBuilder.anOrderFlow().build();
  private static final SagaId SAGA = new SagaId("saga-1");
  private static final EventId EVENT = new EventId("event-1");
  private static final Wanted WANTED =
      new Wanted(Set.of(SAGA), Map.of(SAGA, Set.of(EVENT)), Set.of());
  private static final StartKey KEY = new StartKey(FLOW.name(), new EventId("key"));
  private static final Wanted START = new Wanted(Set.of(), Map.of(), Set.of(KEY));
  private static final Duration LONG_AGO = Duration.ofSeconds(11);
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final MongoPlace place = new MongoPlace(FLOW);

  @BeforeEach
  void forgetAll() {
    place.clear();
    Await.until("the driver is back", BOUND, this::isBack);
  }

  private boolean isBack() {
    try {
      load();
      return true;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }

  @AfterAll
  void close() {
    place.close();
  }

  private boolean isUp() {
    return place.store().connection().orElseThrow().up();
  }

  private Instant now() {
    return place.clock().instant();
  }

  private Loaded load() {
    try (RemoteSession session = place.store().begin(WANTED)) {
      return session.loaded();
    }
  }

  private SagaChange start() {
    return created(aSaga()).startedWith("key").sends(0, now().plusSeconds(15)).build();
  }

  private SagaChange step() {
    var answer = new Answer.Transitioned(SAGA, "paid");
    return moved(aSaga().inState("paid").after("paid", 1).build())
        .sends(1, now().plusSeconds(15))
        .received(new Receipt(SAGA, EVENT, answer, now()))
        .build();
  }

  private void commit(Wanted wanted, SagaChange change) {
    try (RemoteSession session = place.store().begin(wanted)) {
      session.commit(change);
    }
  }

  private void startWithoutCommand() {
    commit(START, created(aSaga()).startedWith("key").build());
  }

  private List<Long> claimed(Instant at) {
    return place.claim(at).stream().map(command -> command.command().id().sequence()).toList();
  }

  private BsonDocument ours() {
    return place.document(SAGA).getDocument("flowManager");
  }

  @Test
  void readThatBreaksOffIsTriedAgain() {
    startWithoutCommand();
    place.proxy().fail("find", Fault.BEFORE);

    Await.until("a read works again", BOUND, this::isBack);

    assertThat(load().sagas()).containsKey(SAGA);
  }

  @Test
  void storeThatIsDownIsUnavailableAndComesBack() {
    startWithoutCommand();
    place.proxy().goDown();

    assertThatThrownBy(this::load).isInstanceOf(StoreUnavailableException.class);
    assertThat(isUp()).isFalse();

    place.proxy().comeBack();
    Await.until("the driver is back", BOUND, this::isBack);
    assertThat(isUp()).isTrue();
  }

  @Test
  void lossOfTheServerIsToldWithoutACall() {
    startWithoutCommand();
    place.proxy().goDown();

    Await.until("the driver notices", BOUND, () -> !isUp());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void startWhoseWriteBreaksOffIsInDoubtAndItsKeyTells(Fault fault) {
    RemoteSession session = place.store().begin(START);
    place.proxy().fail("insert", fault);

    assertThatThrownBy(() -> session.commit(start())).isInstanceOf(CommitInDoubtException.class);

    Await.until("the driver is back", BOUND, this::isBack);
    try (RemoteSession again = place.store().begin(START)) {
      if (fault == Fault.AFTER) {
        assertThat(again.loaded().started()).containsExactly(Map.entry(KEY, SAGA));
      } else {
        assertThat(again.loaded().started()).isEmpty();
      }
    }
    assertThat(claimed(now().plusSeconds(15))).hasSize(fault == Fault.AFTER ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void stepWhoseWriteBreaksOffIsInDoubtAndItsReceiptTells(Fault fault) {
    startWithoutCommand();
    RemoteSession session = place.store().begin(WANTED);
    place.proxy().fail("update", fault);

    assertThatThrownBy(() -> session.commit(step())).isInstanceOf(CommitInDoubtException.class);

    Await.until("the driver is back", BOUND, this::isBack);
    Loaded loaded = load();
    boolean isDone = fault == Fault.AFTER;
    assertThat(loaded.receipts()).hasSize(isDone ? 1 : 0);
    assertThat(loaded.sagas().get(SAGA).state()).isEqualTo(isDone ? "paid" : "created");
    assertThat(claimed(now().plusSeconds(15))).isEqualTo(isDone ? List.of(1L) : List.of());
  }

  @Test
  void stepOfAStoreThatIsDownIsNotStored() {
    startWithoutCommand();
    RemoteSession session = place.store().begin(WANTED);
    place.proxy().goDown();
    Await.until("the driver notices", BOUND, () -> !isUp());

    assertThatThrownBy(() -> session.commit(step())).isInstanceOf(StoreUnavailableException.class);

    place.proxy().comeBack();
    assertThat(place.document(SAGA).getString("currentState").getValue()).isEqualTo("created");
  }

  @Test
  void stepWhoseCommandsAreNotTakenIsInDoubt() {
    startWithoutCommand();
    place.outbox().failNext(2);

    assertThatThrownBy(() -> commit(WANTED, step())).isInstanceOf(CommitInDoubtException.class);

    assertThat(place.document(SAGA).getString("currentState").getValue()).isEqualTo("paid");
    assertThat(ours().getArray("pending")).hasSize(1);
    assertThat(claimed(now().plusSeconds(15))).isEmpty();
  }

  @Test
  void nextEventOfTheSagaHandsOverWhatAnEarlierStepHasLeft() {
    startWithoutCommand();
    place.outbox().failNext(2);
    assertThatThrownBy(() -> commit(WANTED, step())).isInstanceOf(CommitInDoubtException.class);

    Loaded loaded = load();

    assertThat(loaded.receipts()).hasSize(1);
    assertThat(ours()).doesNotContainKeys("pending", "pendingSince");
    assertThat(claimed(now())).isEmpty();
    assertThat(claimed(now().plusSeconds(15))).containsExactly(1L);
  }

  @Test
  void sagaIsNotGivenWhileItsEarlierCommandsCannotBeHandedOver() {
    startWithoutCommand();
    place.outbox().failNext(4);
    assertThatThrownBy(() -> commit(WANTED, step())).isInstanceOf(CommitInDoubtException.class);

    assertThatThrownBy(this::load).isInstanceOf(StoreUnavailableException.class);

    assertThat(load().sagas()).containsKey(SAGA);
  }

  @Test
  void repeatOfAStartHandsOverWhatTheFirstHasLeft() {
    place.outbox().failNext(2);
    assertThatThrownBy(() -> commit(START, start())).isInstanceOf(CommitInDoubtException.class);

    try (RemoteSession session = place.store().begin(START)) {
      assertThat(session.loaded().started()).containsExactly(Map.entry(KEY, SAGA));
    }

    assertThat(claimed(now().plusSeconds(15))).containsExactly(0L);
  }

  @Test
  void oneFailureOfTheOutboxIsTriedAgainAtOnce() {
    place.outbox().failNext(1);

    commit(START, start());

    assertThat(claimed(now().plusSeconds(15))).containsExactly(0L);
  }

  @Test
  void recoveryHandsOverWhatHasBeenLeftForLongAndMakesItDue() {
    place.outbox().failNext(2);
    assertThatThrownBy(() -> commit(START, start())).isInstanceOf(CommitInDoubtException.class);

    place.store().recover();
    assertThat(ours().getArray("pending")).hasSize(1);

    place.clock().advance(LONG_AGO);
    place.store().recover();
    assertThat(ours()).doesNotContainKeys("pending", "pendingSince");
    assertThat(claimed(now())).containsExactly(0L);
  }

  @Test
  void recoveryGoesOnWithOthersWhenOneFails() {
    for (String id : List.of("saga-1", "saga-2")) {
      place.outbox().failNext(2);
      SagaChange change = created(aSaga().withId(id)).sends(0, now()).build();
      assertThatThrownBy(() -> commit(new Wanted(Set.of(), Map.of(), Set.of()), change))
          .isInstanceOf(CommitInDoubtException.class);
    }
    place.clock().advance(LONG_AGO);
    place.outbox().failNext(2);

    place.store().recover();
    assertThat(place.claim(now())).extracting(PendingCommand::saga).hasSize(1);

    place.store().recover();
    assertThat(place.claim(now().plusSeconds(15))).extracting(PendingCommand::saga).hasSize(2);
  }

  @Test
  void commandsThatStayInTheDocumentAreHandedOverOnceMore() {
    startWithoutCommand();
    RemoteSession session = place.store().begin(WANTED);
    // A replace, and then the update that takes the commands out.
    place.proxy().failSecond("update", Fault.BEFORE);

    session.commit(step());
    assertThat(ours().getArray("pending")).hasSize(1);

    place.clock().advance(LONG_AGO);
    Await.until("the driver is back", BOUND, this::isBack);
    assertThat(ours()).doesNotContainKey("pending");
    assertThat(claimed(now().plusSeconds(15))).containsExactly(1L);
  }

  @Test
  void twoNodesThatFinishOneStepStoreItsCommandOnce() {
    place.outbox().failNext(2);
    assertThatThrownBy(() -> commit(START, start())).isInstanceOf(CommitInDoubtException.class);
    PendingCommand command = start().commands().get(0);
    place.outbox().handOver().handOver(List.of(command));

    load();

    assertThat(claimed(now().plusSeconds(15))).containsExactly(0L);
  }
}
