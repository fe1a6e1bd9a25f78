// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.Exchange;
import io.flowmanager.platform.log.LogText;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.inbox.MessageContent.Readable;
import io.flowmanager.saga.application.inbox.MessageContent.Unreadable;
import io.flowmanager.saga.application.inbox.Skipped;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.application.telemetry.Telemetry;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Handles the messages of a session's transaction, before its commit. */
final class MessageHandler {

  private static final RateLimitedLog LOG = RateLimitedLog.of("io.flowmanager.saga");

  private final JmsInput input;
  private final MessageReader reader;
  private final Handlings handlings;
  private final Telemetry telemetry;

  private record Skip(IncomingMessage message, Skipped why) {}

  MessageHandler(JmsInput input, MessageReader reader, Handlings handlings, Telemetry telemetry) {
    this.input = input;
    this.reader = reader;
    this.handlings = handlings;
    this.telemetry = telemetry;
  }

  /**
   * @param careful whether it is a single redelivered message
   * @return an action to run after the commit
   */
  Runnable handle(List<Message> messages, boolean careful, Exchange exchange)
      throws JMSException, InterruptedException {
    List<IncomingMessage> incoming = messages.stream().map(reader::read).toList();
    EventHandling.Handled handled =
        (careful ? handlings.careful() : handlings.usual())
            .handle(
                incoming.stream()
                    .map(IncomingMessage::content)
                    .filter(Readable.class::isInstance)
                    .map(content -> ((Readable) content).event())
                    .toList());
    List<Skip> skips = skips(incoming, handled.answers().iterator());
    for (Skip skip : skips) {
      putAside(skip, exchange);
    }
    return () -> {
      handled.afterCommit().run();
      report(messages.size(), skips);
    };
  }

  private static List<Skip> skips(List<IncomingMessage> incoming, Iterator<Answer> answers) {
    var skips = new ArrayList<Skip>();
    for (IncomingMessage message : incoming) {
      Answer answer =
          message.content() instanceof Unreadable unreadable
              ? new Answer.Unreadable(unreadable.reason(), unreadable.detail())
              : answers.next();
      Skipped.of(answer).ifPresent(why -> skips.add(new Skip(message, why)));
    }
    return skips;
  }

  private void putAside(Skip skip, Exchange exchange) throws JMSException {
    if (input.deadLetters().isPresent()) {
      Message letter = DeadLetter.of(skip.message(), skip.why(), input);
      exchange.send(input.deadLetters().get(), letter);
    } else if (skip.why().reason() == SkipReason.FAILED) {
      // The broker keeps undeliverable messages: the only place for a valid message of ours.
      throw new UnhandledMessageException(skip.why().detail());
    }
  }

  private void report(int consumed, List<Skip> skips) {
    for (int i = 0; i < consumed; i++) {
      telemetry.messageConsumed(input.flow(), input.channel());
    }
    skips.forEach(this::report);
  }

  private void report(Skip skip) {
    String reason = skip.why().reason().word();
    telemetry.messageSkipped(input.flow(), input.channel(), reason);
    input
        .deadLetters()
        .ifPresent(to -> telemetry.messageDeadLettered(input.flow(), input.channel()));
    LOG.log(
        Level.WARNING,
        "skipped",
        () ->
            "Message skipped: "
                + (input + " message=" + LogText.of(skip.message().id()))
                + (" reason=" + reason + " detail=" + LogText.of(skip.why().detail())));
  }
}
