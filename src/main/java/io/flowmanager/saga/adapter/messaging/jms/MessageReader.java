// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.BrokerFailure;
import io.flowmanager.saga.application.inbox.MessageContent;
import io.flowmanager.saga.application.inbox.MessageContent.Unreadable;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.domain.EventId;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads text messages, and bytes messages with UTF-8 text, as clients of other protocols send them.
 * The saga's id is the property {@code sagaId}, else {@code JMSXGroupID}.
 */
final class MessageReader {

  private static final String NO_TEXT = "The message is neither a TextMessage nor a BytesMessage.";
  private static final String NO_UNICODE = "The text has half of a surrogate pair.";

  private final ReadMessage envelopes;

  MessageReader(ReadMessage envelopes) {
    this.envelopes = envelopes;
  }

  /** Never throws: a message that the client cannot read is {@code Unreadable}. */
  IncomingMessage read(Message message) {
    try {
      String id = message.getJMSMessageID();
      return new IncomingMessage(message, id == null ? "none" : id, content(message, id));
    } catch (JMSException | RuntimeException e) {
      String detail = "The message cannot be read: " + BrokerFailure.words(e) + ".";
      return new IncomingMessage(
          message, id(message), new Unreadable(SkipReason.MALFORMED, detail));
    }
  }

  /** The broker's id of the message, for a log. */
  static String id(Message message) {
    try {
      return String.valueOf(message.getJMSMessageID());
    } catch (JMSException e) {
      return "unreadable";
    }
  }

  private MessageContent content(Message message, String id) throws JMSException {
    Optional<EventId> eventId = Optional.ofNullable(id).map(EventIds::of);
    try {
      return isReadable(message)
          ? envelopes.handle(saga(message), value(message), eventId)
          : new Unreadable(SkipReason.MALFORMED, NO_TEXT);
    } catch (CharacterCodingException e) {
      return new Unreadable(SkipReason.MALFORMED, NO_UNICODE);
    }
  }

  private static boolean isReadable(Message message) {
    return message instanceof TextMessage || message instanceof BytesMessage;
  }

  private static Optional<String> saga(Message message) throws JMSException {
    Optional<String> named =
        Optional.ofNullable(message.getStringProperty("sagaId")).filter(id -> !id.isEmpty());
    return named.isPresent()
        ? named
        : Optional.ofNullable(message.getStringProperty("JMSXGroupID"));
  }

  private static Optional<byte[]> value(Message message)
      throws JMSException, CharacterCodingException {
    if (message instanceof BytesMessage bytes) {
      return Optional.ofNullable(bytes.getBody(byte[].class));
    }
    String text = ((TextMessage) message).getText();
    return text == null ? Optional.empty() : Optional.of(utf8(text));
  }

  private static byte[] utf8(String text) throws CharacterCodingException {
    ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    var exact = new byte[bytes.remaining()];
    bytes.get(exact);
    return exact;
  }
}
