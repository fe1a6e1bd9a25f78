// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.LogPosition;
import io.flowmanager.saga.application.inbox.MessageContent;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Readers that crash, rewind and believe that they are alone. */
class ConsumedMessagesPropertyTest {

  private static final int MESSAGES = 40;
  private static final FlowName FLOW = new FlowName("order");
  private static final LogPartition PARTITION =
      new LogPartition(FLOW, "events", "group", "topic", 0);

  /** Reads on from where it stands, whatever others do, and starts again when it is out of turn. */
  private static final class Reader {

    private final EngineFixture engine;
    private long next;

    Reader(EngineFixture engine) {
      this.engine = engine;
      rewind();
    }

    void rewind() {
      next = position(engine);
    }

    void read(int count, boolean fails) {
      List<EngineRequest> batch = new ArrayList<>();
      for (long i = next; i < Math.min(MESSAGES, next + count); i++) {
        batch.add(message(i));
      }
      if (fails) {
        next += batch.size();
        return;
      }
      List<Answer> answers = engine.handle(batch).answers();
      next += batch.size();
      if (answers.stream().anyMatch(Answer.OutOfTurn.class::isInstance)) {
        rewind();
      }
    }
  }

  @Property(tries = 300)
  void everyMessageActsOnceAndInOrder(@ForAll long seed) {
    var random = new Random(seed);
    var engine = new EngineFixture(aFlow().with(aState("open").on("said", "open")).build());
    engine.handle(engine.start("s"));
    engine.store.run(session -> session.inbox().move(Map.of(PARTITION, ConsumerPosition.at(0))));
    List<Reader> readers = IntStream.range(0, 3).mapToObj(i -> new Reader(engine)).toList();

    for (int turn = 0; turn < 60; turn++) {
      Reader reader = readers.get(random.nextInt(3));
      if (random.nextInt(10) == 0) {
        reader.rewind();
      }
      reader.read(1 + random.nextInt(6), random.nextInt(4) == 0);
    }
    readers.get(0).rewind();
    readers.get(0).read(MESSAGES, false);

    assertThat(position(engine)).isEqualTo(MESSAGES);
    assertThat(engine.history("s"))
        .extracting(HistoryEntry::sequence)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, MESSAGES).mapToObj(i -> (long) i).toList());
    assertThat(engine.saga("s").metadata().getInt("latest")).isEqualTo(MESSAGES - 1);
    assertThat(engine.saga("s").metadata()).hasSize(MESSAGES + 2);
  }

  private static long position(EngineFixture engine) {
    return engine.store.<Long>ask(
        session -> session.inbox().positions(Set.of(PARTITION)).get(PARTITION).next());
  }

  private static EngineRequest message(long offset) {
    JsonValue payload =
        JsonTexts.object("{\"n%d\": true, \"latest\": %d}".formatted(offset, offset));
    var event = new Event(new SagaId("s"), "said", payload, Optional.empty());
    return new EngineRequest.Consume(
        new LogPosition(PARTITION, offset, ConsumerPosition.at(offset + 1)),
        new MessageContent.Readable(event),
        Optional.empty());
  }
}
