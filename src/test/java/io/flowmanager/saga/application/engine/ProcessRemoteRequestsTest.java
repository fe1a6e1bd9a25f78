// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.LogPosition;
import io.flowmanager.saga.application.inbox.MessageContent;
import io.flowmanager.saga.application.remote.RemoteStores;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.store.AutoCommittingStore;
import io.flowmanager.testing.store.MemoryRemoteStore;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessRemoteRequestsTest {

  private static final SagaId A = new SagaId("a");
  private static final Answer PAID = new Answer.Transitioned(A, "paid");
  private static final Flow FLOW = anOrderFlow().build();

  private final EngineFixture engine = new EngineFixture(FLOW);
  private final MemoryRemoteStore store = new MemoryRemoteStore();
  private final LogPartition partition =
      new LogPartition(FLOW.name(), "events", "group", "topic", 0);
  private final List<BatchResult> committed = new ArrayList<>();
  private boolean losesPositions;

  @BeforeEach
  void startTwoSagas() {
    handle(engine.start("a"), engine.start("b"));
    committed.clear();
  }

  @Test
  void eventMovesItsSagaInItsStoreAndTellsItsCommands() {
    handle(engine.event("a", "paid"));

    assertThat(store.saga("a").state()).isEqualTo("paid");
    assertThat(committed).singleElement().extracting(BatchResult::answers).isEqualTo(List.of(PAID));
    assertThat(committed.get(0).steps()).hasSize(1);
  }

  @Test
  void sagaThatTheStoreDoesNotHaveIsUnknown() {
    handle(engine.event("x", "paid"));

    assertThat(answers()).containsExactly(new Answer.UnknownSaga(new SagaId("x")));
  }

  @Test
  void eventsOfOtherSagasAreStoredThoughOneFails() {
    store.failFor("a");

    assertThatThrownBy(() -> handle(engine.event("a", "paid"), engine.event("b", "paid")))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(store.saga("b").state()).isEqualTo("paid");
    assertThat(answers()).containsExactly(new Answer.Transitioned(new SagaId("b"), "paid"));
  }

  @Test
  void laterEventOfASagaDoesNotOvertakeOneThatIsInDoubt() {
    store.leaveDoubtFor("a");

    assertThatThrownBy(() -> handle(engine.event("a", "paid"), engine.event("a", "prepared")))
        .isInstanceOf(CommitInDoubtException.class);

    assertThat(store.saga("a").state()).isEqualTo("paid");
    assertThat(committed).isEmpty();
  }

  @Test
  void doubtIsToldBeforeAFailureThatMayBeRepeated() {
    store.failFor("a");
    store.leaveDoubtFor("b");

    assertThatThrownBy(() -> handle(engine.event("a", "paid"), engine.event("b", "paid")))
        .isInstanceOf(CommitInDoubtException.class);
  }

  @Test
  void storeThatFailsForTwoSagasInARowIsNotAskedForTheOthers() {
    handle(engine.start("c"));
    committed.clear();
    store.failFor("a");
    store.failFor("b");

    assertThatThrownBy(
            () ->
                handle(
                    engine.event("a", "paid"),
                    engine.event("b", "paid"),
                    engine.event("c", "paid")))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(committed).isEmpty();
    assertThat(store.saga("c").state()).isEqualTo("created");
  }

  @Test
  void repeatedStartWithAKeyFindsTheFirstSaga() {
    handle(engine.start("c", "key"));
    handle(engine.start("d", "key"));

    assertThat(answers())
        .containsExactly(new Answer.Started(new SagaId("c")), new Answer.Started(new SagaId("c")));
  }

  @Test
  void messageMovesItsSagaAndThenThePosition() {
    moveTo(10);

    handle(event(10, 11, "paid"));

    assertThat(answers()).containsExactly(PAID);
    assertThat(position()).isEqualTo(11);
  }

  @Test
  void messageWhosePositionWasLostIsRecognisedWhenItComesAgain() {
    moveTo(10);
    losesPositions = true;
    assertThatThrownBy(() -> handle(event(10, 11, "paid")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(store.saga("a").state()).isEqualTo("paid");
    losesPositions = false;

    handle(event(10, 11, "paid"));

    assertThat(answers()).containsExactly(PAID);
    assertThat(store.saga("a").sequence()).isEqualTo(1);
    assertThat(position()).isEqualTo(11);
  }

  @Test
  void laterMessagesOfAPartitionWaitForOneThatFails() {
    moveTo(10);
    losesPositions = true;

    assertThatThrownBy(() -> handle(event(10, 11, "paid"), event(11, 12, "prepared")))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(store.saga("a").state()).isEqualTo("paid");
  }

  @Test
  void messageThatIsNotTheNextOneIsNotApplied() {
    moveTo(10);

    handle(event(11, 12, "paid"));
    handle(event(9, 10, "paid"));

    assertThat(answers()).containsExactly(new Answer.OutOfTurn(), new Answer.AlreadyConsumed());
    assertThat(store.saga("a").state()).isEqualTo("created");
  }

  @Test
  void messageWithoutAnEventMovesThePositionOnly() {
    moveTo(10);
    var garbage = new MessageContent.Unreadable(SkipReason.MALFORMED, "It is no JSON.");

    handle(message(10, 11, garbage));

    assertThat(answers())
        .containsExactly(new Answer.Unreadable(SkipReason.MALFORMED, "It is no JSON."));
    assertThat(position()).isEqualTo(11);
  }

  private void handle(EngineRequest... batch) {
    var flows = new FlowCatalog(List.of(FLOW), Optional.empty());
    var context = new BatchContext(flows, TestSettings.RELAY, engine.clock);
    new RemoteProcessors(
            new RemoteStores(Map.of(FLOW.name(), store)),
            new QuerySagas(new AutoCommittingStore(engine.store)),
            new Positions(),
            context)
        .byFlow()
        .get(FLOW.name())
        .handle(List.of(batch), committed::add);
  }

  private List<Answer> answers() {
    return committed.stream().flatMap(result -> result.answers().stream()).toList();
  }

  private EngineRequest event(long from, long next, String label) {
    var event = new Event(A, label, JsonValue.EMPTY_JSON_OBJECT, Optional.empty());
    return message(from, next, new MessageContent.Readable(event));
  }

  private EngineRequest message(long from, long next, MessageContent content) {
    var position = new LogPosition(partition, from, ConsumerPosition.at(next));
    return new EngineRequest.Consume(position, content, Optional.empty());
  }

  private void moveTo(long next) {
    engine.store.run(session -> session.inbox().move(Map.of(partition, ConsumerPosition.at(next))));
  }

  private long position() {
    return engine
        .store
        .ask(session -> session.inbox().positions(Set.of(partition)))
        .get(partition)
        .next();
  }

  /** Transactions as a server makes them by its proxy. */
  private final class Positions extends MessagePositions {

    @Override
    public Optional<Answer> outOfTurn(EngineRequest.Consume message) {
      return engine.store.ask(
          session -> new MessagePositions(session.inbox(), engine.clock).outOfTurn(message));
    }

    @Override
    public Answer moveBehind(EngineRequest.Consume message, Answer outcome) {
      if (losesPositions) {
        throw new StoreUnavailableException("The server died.", null);
      }
      return engine.store.ask(
          session ->
              new MessagePositions(session.inbox(), engine.clock).moveBehind(message, outcome));
    }
  }
}
