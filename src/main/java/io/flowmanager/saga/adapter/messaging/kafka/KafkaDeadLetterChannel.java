// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.platform.kafka.ProducerSettings;
import io.flowmanager.platform.kafka.RecordSender;
import io.flowmanager.platform.kafka.UnsentRecordException;
import io.flowmanager.platform.kafka.UnsentRecordException.Fault;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.DeadLetterChannel;
import io.flowmanager.saga.application.inbox.RefusedDeadLetterException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;

/**
 * Sends dead letters to a topic: key, value and headers as received, and headers of ours with the
 * reason and the origin. A dead letter that is too large is sent without its value and, if
 * necessary, without its key and headers; the header {@code flow-manager-omitted} names what is
 * missing.
 */
public final class KafkaDeadLetterChannel implements DeadLetterChannel {

  private final String topic;
  private final RecordSender sender;

  /**
   * @param name part of the thread's name
   * @param sendTimeout time limit for one attempt to send
   */
  public KafkaDeadLetterChannel(
      String name, String topic, BrokerWatch watch, Duration sendTimeout) {
    this.topic = topic;
    this.sender =
        new RecordSender(
            "dead-letters-" + name, watch, ProducerSettings.forLargeRecords(sendTimeout));
  }

  @Override
  public void start(ThreadFactory threads) {
    sender.start(threads);
  }

  @Override
  public CompletionStage<Void> send(DeadLetter letter) {
    return send(letter, DeadLetterForm.WHOLE);
  }

  private CompletionStage<Void> send(DeadLetter letter, DeadLetterForm form) {
    return sender
        .send(() -> List.of(form.entry(topic, letter)))
        .exceptionallyCompose(failure -> sendLess(letter, form, failure));
  }

  private CompletionStage<Void> sendLess(
      DeadLetter letter, DeadLetterForm form, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    Fault fault = cause instanceof UnsentRecordException one ? one.fault() : Fault.ELSEWHERE;
    if (fault == Fault.ELSEWHERE) {
      return CompletableFuture.failedStage(cause);
    }
    Optional<DeadLetterForm> smaller = fault == Fault.TOO_LARGE ? form.smaller() : Optional.empty();
    return smaller
        .map(less -> send(letter, less))
        .orElseGet(
            () ->
                CompletableFuture.failedStage(new RefusedDeadLetterException(cause.getMessage())));
  }

  @Override
  public void close(Duration timeout) {
    sender.close(timeout);
  }
}
