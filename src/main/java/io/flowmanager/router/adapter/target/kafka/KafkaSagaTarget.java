// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.target.kafka;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.kafka.RecordSender;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.router.application.route.SagaTarget;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A flow that reads its events from a topic: the key is the saga's id, the value is {@code
 * {"messageLabel": …, "messagePayload": …}}. The outcome of an event is not known. The key of the
 * call travels in the header {@code idempotencyKey}, so that a reader can drop repeats.
 */
public final class KafkaSagaTarget implements SagaTarget {

  private final SagaTarget starts;
  private final RecordSender sender;
  private final String topic;

  /**
   * @param starts target that starts sagas, because a topic cannot
   */
  public KafkaSagaTarget(SagaTarget starts, RecordSender sender, String topic) {
    this.starts = starts;
    this.sender = sender;
    this.topic = topic;
  }

  @Override
  public CompletionStage<String> start(NewSagaOrder order, CallKey key) {
    return starts.start(order, key);
  }

  @Override
  public CompletionStage<Taken> send(RoutedEvent event, CallKey key) {
    return sender
        .send(() -> List.of(entry(event, key)))
        .handle(
            (sent, failure) -> {
              if (failure != null) {
                throw unsent(failure);
              }
              return new Taken(Optional.empty(), Optional.empty());
            });
  }

  private ProducerRecord<byte[], byte[]> entry(RoutedEvent event, CallKey key) {
    JsonObject value =
        JsonText.builders()
            .createObjectBuilder()
            .add("messageLabel", event.label())
            .add("messagePayload", event.payload())
            .build();
    var entry = new ProducerRecord<>(topic, bytes(event.saga()), JsonText.bytes(value));
    entry.headers().add("idempotencyKey", bytes(key.value()));
    return entry;
  }

  private RoutingException unsent(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    String why = cause.getMessage() == null ? "There was no answer in time." : cause.getMessage();
    return new RoutingException(
        Kind.NO_ANSWER, "The topic " + topic + " may not have the event: " + why);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
