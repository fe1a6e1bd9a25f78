// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.LogPosition;
import io.flowmanager.saga.application.inbox.MessageContent;
import io.flowmanager.saga.application.inbox.RawMessage;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumedMessagesTest {

  private static final SagaId SAGA = new SagaId("s");
  private static final Answer PAID = new Answer.Transitioned(SAGA, "paid");

  private final EngineFixture engine = new EngineFixture(anOrderFlow().build());
  private final LogPartition partition =
      new LogPartition(new FlowName("order"), "events", "group", "topic", 0);

  @BeforeEach
  void startSagaAndPartition() {
    engine.handle(engine.start("s"));
    moveTo(10);
  }

  @Test
  void messageThatIsNextMovesItsSagaAndThePosition() {
    assertThat(engine.ask(event(10, 11, "paid"))).isEqualTo(PAID);

    assertThat(engine.saga("s").state()).isEqualTo("paid");
    assertThat(position()).isEqualTo(11);
  }

  @Test
  void messageThatIsReadAgainDoesNothing() {
    engine.handle(event(10, 11, "paid"));

    assertThat(engine.ask(event(10, 11, "prepared"))).isEqualTo(new Answer.AlreadyConsumed());
    assertThat(engine.saga("s").state()).isEqualTo("paid");
    assertThat(position()).isEqualTo(11);
  }

  @Test
  void messageBeforeItsTurnIsLeftAlone() {
    assertThat(engine.ask(event(11, 12, "paid"))).isEqualTo(new Answer.OutOfTurn());

    assertThat(engine.saga("s").state()).isEqualTo("created");
    assertThat(position()).isEqualTo(10);
  }

  @Test
  void messageOfAPartitionWithoutAPositionIsLeftAlone() {
    var other = new LogPartition(partition.flow(), "events", "group", "topic", 1);

    assertThat(
            engine.ask(
                message(new LogPosition(other, 0, ConsumerPosition.at(1)), readable("paid"))))
        .isEqualTo(new Answer.OutOfTurn());
  }

  @Test
  void messageBehindAGapOfTheLogHasItsTurn() {
    assertThat(engine.ask(event(10, 15, "paid"))).isEqualTo(PAID);
    assertThat(position()).isEqualTo(15);
  }

  @Test
  void messagesOfOneBatchFollowEachOther() {
    BatchResult result =
        engine.handle(event(10, 11, "paid"), event(11, 12, "prepared"), event(10, 11, "paid"));

    assertThat(result.answers())
        .containsExactly(PAID, new Answer.Transitioned(SAGA, "done"), new Answer.AlreadyConsumed());
    assertThat(position()).isEqualTo(12);
  }

  @Test
  void twoReadersOfOnePartitionTogetherHandleEachMessageOnce() {
    engine.handle(event(10, 11, "paid"));
    BatchResult late = engine.handle(event(10, 11, "paid"), event(11, 12, "prepared"));

    assertThat(late.answers())
        .containsExactly(new Answer.AlreadyConsumed(), new Answer.Transitioned(SAGA, "done"));
  }

  @Test
  void messageWithoutAnEventMovesThePositionOnly() {
    var garbage = new MessageContent.Unreadable(SkipReason.MALFORMED, "It is no JSON.");

    Answer answer =
        engine.ask(message(new LogPosition(partition, 10, ConsumerPosition.at(11)), garbage));

    assertThat(answer).isEqualTo(new Answer.Unreadable(SkipReason.MALFORMED, "It is no JSON."));
    assertThat(position()).isEqualTo(11);
    assertThat(letters()).isEmpty();
  }

  @Test
  void messageThatLedToNothingIsKeptWhereItIsWanted() {
    engine.handle(
        wanted(10, readable("paid")),
        wanted(
            11, new MessageContent.Unreadable(SkipReason.TOMBSTONE, "The message has no value.")),
        wanted(12, readable("nobody", "paid")),
        wanted(13, readable("other")));

    assertThat(letters())
        .extracting(
            letter -> letter.offset() + " " + letter.reason().word() + " " + letter.detail())
        .containsExactly(
            "11 tombstone The message has no value.",
            "12 unknown-saga There is no saga \"nobody\" of this flow.");
    assertThat(position()).isEqualTo(14);
  }

  @Test
  void messageOfAnotherLogIsLeftAloneWhereverItStands() {
    moveTo(in("old", 10));

    assertThat(engine.ask(event(10, in("new", 11), "paid"))).isEqualTo(new Answer.OutOfTurn());
    assertThat(engine.ask(event(0, in("new", 1), "paid"))).isEqualTo(new Answer.OutOfTurn());

    assertThat(engine.saga("s").state()).isEqualTo("created");
    assertThat(reached()).isEqualTo(in("old", 10));
  }

  @Test
  void positionThatNamesNoLogTakesTheNameOfTheFirstMessage() {
    assertThat(engine.ask(event(10, in("new", 11), "paid"))).isEqualTo(PAID);

    assertThat(reached()).isEqualTo(in("new", 11));
  }

  private static ConsumerPosition in(String log, long next) {
    return new ConsumerPosition(next, Optional.of(log), Optional.of(4));
  }

  private EngineRequest event(long from, ConsumerPosition end, String label) {
    return message(new LogPosition(partition, from, end), readable(label));
  }

  @Test
  void failedBatchLeavesThePosition() {
    try (var session = engine.store.begin()) {
      session.inbox().move(Map.of(partition, ConsumerPosition.at(99)));
    }

    assertThat(engine.ask(event(10, 11, "paid"))).isEqualTo(PAID);
  }

  private EngineRequest wanted(long offset, MessageContent content) {
    var raw = new RawMessage(Optional.empty(), Optional.empty(), "[]");
    return new EngineRequest.Consume(
        new LogPosition(partition, offset, ConsumerPosition.at(offset + 1)),
        content,
        Optional.of(raw));
  }

  private EngineRequest event(long from, long next, String label) {
    return message(new LogPosition(partition, from, ConsumerPosition.at(next)), readable(label));
  }

  private static EngineRequest message(LogPosition position, MessageContent content) {
    return new EngineRequest.Consume(position, content, Optional.empty());
  }

  private static MessageContent readable(String label) {
    return readable("s", label);
  }

  private static MessageContent readable(String saga, String label) {
    return new MessageContent.Readable(
        new Event(new SagaId(saga), label, JsonValue.EMPTY_JSON_OBJECT, Optional.empty()));
  }

  private void moveTo(long position) {
    moveTo(ConsumerPosition.at(position));
  }

  private void moveTo(ConsumerPosition position) {
    engine.store.run(session -> session.inbox().move(Map.of(partition, position)));
  }

  private long position() {
    return reached().next();
  }

  private ConsumerPosition reached() {
    return engine.store.ask(session -> session.inbox().positions(Set.of(partition)).get(partition));
  }

  private List<DeadLetter> letters() {
    var key = new Channels.Key(partition.flow(), "events");
    return engine.store.ask(session -> session.inbox().deadLetters(key, Optional.empty(), 10));
  }
}
