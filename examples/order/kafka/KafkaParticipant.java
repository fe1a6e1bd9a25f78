// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import jakarta.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import order.participants.EventSender;
import order.participants.Inbox;
import order.participants.Log;
import order.participants.Participant;
import order.participants.Worker;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;

/**
 * One service at the broker. It commits its place in the topic when the broker has the events: what
 * was under way when it ended comes again, and what it has answered already is dropped by its id.
 */
final class KafkaParticipant implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  private final Log log;
  private final Inbox inbox;
  private final KafkaConsumer<String, String> commands;
  private final KafkaProducer<String, String> events;
  private final Worker worker;
  private final Thread thread;
  private final CompletableFuture<Void> closing = new CompletableFuture<>();

  private KafkaParticipant(Participant participant, KafkaSettings settings, Log log, Inbox inbox) {
    this.log = log;
    this.inbox = inbox;
    this.commands = settings.clients().consumer(participant.name());
    this.events = settings.clients().producer();
    EventSender sender = new KafkaEventSender(events, log);
    this.worker = new Worker(participant, inbox, sender, settings.work(), log);
    this.thread = new Thread(this::run, participant.name());
  }

  static KafkaParticipant join(
      Participant participant, KafkaSettings settings, Consumer<String> lines) throws IOException {
    KafkaParticipant joined =
        new KafkaParticipant(
            participant,
            settings,
            new Log(participant.name(), lines),
            Inbox.in(settings.data().resolve(participant.name() + ".jsonl")));
    joined.commands.subscribe(List.of(Topics.commandsFor(participant)));
    joined.worker.resume();
    joined.thread.start();
    return joined;
  }

  private void run() {
    try {
      while (!closing.isDone()) {
        answer(commands.poll(POLL));
      }
    } finally {
      commands.close(CloseOptions.timeout(LAST_WORDS));
    }
  }

  private void answer(ConsumerRecords<String, String> found) {
    if (found.isEmpty()) {
      return;
    }
    CompletableFuture<Void> answers =
        CompletableFuture.allOf(
            StreamSupport.stream(found.spliterator(), false)
                .map(this::take)
                .toArray(CompletableFuture<?>[]::new));
    CompletableFuture.anyOf(answers, closing).join();
    if (answers.isDone()) {
      commit();
    }
  }

  private CompletableFuture<Void> take(ConsumerRecord<String, String> found) {
    try {
      return worker.take(CommandRecord.read(found));
    } catch (JsonException | IllegalArgumentException noCommand) {
      log.line("leaves out record %d: %s".formatted(found.offset(), noCommand.getMessage()));
      return CompletableFuture.completedFuture(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit() {
    try {
      commands.commitSync();
    } catch (KafkaException e) {
      log.line("has not noted its place and may see commands again: " + e.getMessage());
    }
  }

  /** Leaves the group, so that another process can have its partitions at once. */
  @Override
  public void close() {
    closing.complete(null);
    try {
      thread.join(LAST_WORDS.toMillis());
      events.close(LAST_WORDS);
      inbox.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
