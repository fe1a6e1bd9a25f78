// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import java.util.concurrent.CompletableFuture;
import order.participants.Command;
import order.participants.Event;
import order.participants.EventSender;
import order.participants.Log;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes events to their topic. The saga's id is their key: it keeps a saga's events in order. */
record KafkaEventSender(Producer<String, String> producer, Log log) implements EventSender {

  @Override
  public CompletableFuture<Void> send(Command command, Event event) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    producer.send(
        new ProducerRecord<>(Topics.EVENTS, command.sagaId(), event.toValue().toString()),
        (place, failure) -> {
          if (failure == null) {
            log.line(command, event + " sent");
            acknowledged.complete(null);
          } else {
            acknowledged.completeExceptionally(failure);
          }
        });
    return acknowledged;
  }
}
