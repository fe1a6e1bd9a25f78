// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.application.store.StoreContract;
import io.flowmanager.saga.domain.flow.FlowName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Inbox} promises, whatever keeps it. */
public abstract class InboxContract extends StoreContract {

  private static final FlowName ORDER = new FlowName("order");
  private static final Channels.Key EVENTS = new Channels.Key(ORDER, "events");

  @Test
  void partitionThatNobodyHasReadHasNoPosition() {
    assertThat(positions(partition(0))).isEmpty();
    assertThat(lock(partition(0))).isEmpty();
  }

  @Test
  void positionIsWhereItWasMovedTo() {
    move(Map.of(partition(0), 7L, partition(1), Long.MAX_VALUE));
    move(Map.of(partition(0), 9L));

    assertThat(positions(partition(0), partition(1), partition(2)))
        .isEqualTo(Map.of(partition(0), 9L, partition(1), Long.MAX_VALUE));
  }

  @Test
  void positionIsKeptWithItsLogAndEpochAndWithoutThem() {
    var named = new ConsumerPosition(7, Optional.of("a-topic's-id-of-22-chr"), Optional.of(3));
    var other = new ConsumerPosition(0, Optional.of("another-one"), Optional.empty());
    LogPartition one = partition(0);
    for (ConsumerPosition position :
        List.of(ConsumerPosition.at(5), named, other, ConsumerPosition.at(1))) {
      store().run(session -> session.inbox().move(Map.of(one, position)));

      Map<LogPartition, ConsumerPosition> read =
          store().ask(session -> session.inbox().positions(Set.of(one)));
      Map<LogPartition, ConsumerPosition> locked =
          store().ask(session -> session.inbox().lock(Set.of(one)));
      assertThat(List.of(read, locked)).containsOnly(Map.of(one, position));
    }
  }

  @Test
  void lockedPositionsAreThoseThatWereCommitted() {
    move(Map.of(partition(0), 7L, partition(1), 8L));

    assertThat(lock(partition(0), partition(2))).isEqualTo(Map.of(partition(0), 7L));
  }

  @Test
  void positionThatWasLockedCanBeMoved() {
    move(Map.of(partition(0), 7L));

    store()
        .run(
            session -> {
              session.inbox().lock(Set.of(partition(0), partition(1)));
              session.inbox().move(at(Map.of(partition(0), 8L, partition(1), 1L)));
            });

    assertThat(positions(partition(0), partition(1)))
        .isEqualTo(Map.of(partition(0), 8L, partition(1), 1L));
  }

  @Test
  void rolledBackMoveIsNone() {
    move(Map.of(partition(0), 7L));

    try (var session = store().begin()) {
      session.inbox().move(at(Map.of(partition(0), 8L)));
    }

    assertThat(positions(partition(0))).containsValue(7L);
  }

  @Test
  void readersOfTheSameLogHaveTheirOwnPositions() {
    var flow = new LogPartition(new FlowName("other"), "events", "group", "topic", 0);
    var channel = new LogPartition(ORDER, "other", "group", "topic", 0);
    var group = new LogPartition(ORDER, "events", "other", "topic", 0);
    var topic = new LogPartition(ORDER, "events", "group", "other", 0);

    move(Map.of(partition(0), 1L, flow, 2L, channel, 3L, group, 4L, topic, 5L));

    assertThat(positions(partition(0))).containsValue(1L);
    assertThat(positions(flow)).containsValue(2L);
    assertThat(positions(channel)).containsValue(3L);
    assertThat(positions(group)).containsValue(4L);
    assertThat(positions(topic)).containsValue(5L);
  }

  @Test
  void deadLetterIsFoundAsItWasKept() {
    DeadLetter whole = letter(3, new RawMessage(bytes("saga-1"), bytes("\u0000{"), "[]"));
    DeadLetter empty = letter(4, new RawMessage(Optional.empty(), Optional.empty(), "[]"));

    keep(whole, empty);

    List<DeadLetter> found = deadLetters(10);
    assertThat(found).usingRecursiveComparison().isEqualTo(List.of(whole, empty));
  }

  @Test
  void deadLettersOfOtherChannelsStay() {
    keep(letter(1, message()));

    var other = new Channels.Key(ORDER, "other");
    List<DeadLetter> found =
        store().ask(session -> session.inbox().deadLetters(other, Optional.empty(), 10));
    assertThat(found).isEmpty();
  }

  @Test
  void oldestDeadLettersComeFirstAndRemovedOnesAreForgotten() {
    keep(IntStream.range(0, 5).mapToObj(i -> letter(i, message())).toArray(DeadLetter[]::new));

    List<DeadLetter> oldest = deadLetters(2);
    assertThat(oldest).extracting(DeadLetter::offset).containsExactly(0L, 1L);
    store().run(session -> session.inbox().remove(oldest));
    store().run(session -> session.inbox().remove(oldest));
    store().run(session -> session.inbox().remove(List.of()));

    assertThat(deadLetters(10)).extracting(DeadLetter::offset).containsExactly(2L, 3L, 4L);
  }

  @Test
  void letterOfALogThatWasMadeAnewIsKeptBesideTheOldOneOfItsOffset() {
    DeadLetter old = letter(NOW, partition(0), 5);
    DeadLetter anew = letter(NOW.plusMillis(1), partition(0), 5);
    keep(old);
    keep(anew);

    assertThat(deadLetters(10)).usingRecursiveComparison().isEqualTo(List.of(old, anew));
    store().run(session -> session.inbox().remove(List.of(old)));
    assertThat(deadLetters(10)).usingRecursiveComparison().isEqualTo(List.of(anew));
  }

  @Test
  void deadLettersBehindOneAreFoundWhetherOrNotItIsStillThere() {
    DeadLetter second = letter(NOW, partition(0), 7);
    DeadLetter third = letter(NOW, partition(1), 3);
    DeadLetter last = letter(NOW.plusMillis(1), partition(0), 2);
    keep(last, third, second, letter(NOW, partition(0), 5));

    assertThat(deadLetters(Optional.of(letter(NOW, partition(0), 5)), 2))
        .usingRecursiveComparison()
        .isEqualTo(List.of(second, third));
    store().run(session -> session.inbox().remove(List.of(second)));
    assertThat(deadLetters(Optional.of(second), 10))
        .usingRecursiveComparison()
        .isEqualTo(List.of(third, last));
    assertThat(deadLetters(Optional.of(last), 10)).isEmpty();
  }

  @Test
  void detailMayBeAnyText() {
    keep(
        new DeadLetter(
            partition(0), 0, message(), SkipReason.MALFORMED, "\u0000" + "x".repeat(2000), NOW));

    assertThat(deadLetters(1).get(0).detail()).contains("xxx");
  }

  private static RawMessage message() {
    return new RawMessage(bytes("key"), bytes("value"), "[[\"name\",\"dmFsdWU=\"]]");
  }

  private static Optional<byte[]> bytes(String text) {
    return Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static DeadLetter letter(long offset, RawMessage message) {
    Instant at = NOW.plusMillis(offset);
    return new DeadLetter(
        partition(0), offset, message, SkipReason.MALFORMED, "It is no JSON.", at);
  }

  private static DeadLetter letter(Instant at, LogPartition partition, long offset) {
    return new DeadLetter(partition, offset, message(), SkipReason.MALFORMED, "It is no JSON.", at);
  }

  private static LogPartition partition(int number) {
    return new LogPartition(ORDER, "events", "group", "topic", number);
  }

  private void keep(DeadLetter... letters) {
    store().run(session -> session.inbox().keep(List.of(letters)));
  }

  private List<DeadLetter> deadLetters(int limit) {
    return deadLetters(Optional.empty(), limit);
  }

  private List<DeadLetter> deadLetters(Optional<DeadLetter> after, int limit) {
    return store().ask(session -> session.inbox().deadLetters(EVENTS, after, limit));
  }

  private void move(Map<LogPartition, Long> positions) {
    store().run(session -> session.inbox().move(at(positions)));
  }

  private static Map<LogPartition, ConsumerPosition> at(Map<LogPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> ConsumerPosition.at(entry.getValue())));
  }

  private static Map<LogPartition, Long> offsets(Map<LogPartition, ConsumerPosition> positions) {
    return positions.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().next()));
  }

  private Map<LogPartition, Long> lock(LogPartition... partitions) {
    return offsets(store().ask(session -> session.inbox().lock(Set.of(partitions))));
  }

  private Map<LogPartition, Long> positions(LogPartition... partitions) {
    return offsets(store().ask(session -> session.inbox().positions(Set.of(partitions))));
  }
}
