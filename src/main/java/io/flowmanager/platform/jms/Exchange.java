// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Receives and sends within a transaction of a broker. To be used by one thread. */
public final class Exchange {

  /** Finds the JMS destination of an address. */
  @FunctionalInterface
  interface Destinations {
    Destination find(Session session, Address address) throws JMSException;
  }

  private final Session session;
  private final Destinations destinations;
  private final Optional<MessageConsumer> consumer;
  private final MessageProducer producer;
  private final Map<Address, Destination> known = new HashMap<>();

  private Exchange(Session session, Destinations destinations, Optional<InputDestination> input)
      throws JMSException {
    this.session = session;
    this.destinations = destinations;
    this.consumer = input.isEmpty() ? Optional.empty() : Optional.of(consumer(input.get()));
    this.producer = session.createProducer(null);
  }

  static Exchange over(Session session, Destinations destinations, Optional<InputDestination> input)
      throws JMSException {
    return new Exchange(session, destinations, input);
  }

  private MessageConsumer consumer(InputDestination input) throws JMSException {
    Destination from = destination(input.address());
    return from instanceof jakarta.jms.Topic topic
        ? session.createSharedDurableConsumer(topic, input.subscription())
        : session.createConsumer(from);
  }

  /**
   * Receives the available messages, in the broker's order; waits for the first one. A redelivered
   * message ends the result: usually it is at the head of the queue, and so is received alone.
   *
   * @return empty if none arrived in time
   */
  public List<Message> receive(int max, Duration timeout) throws JMSException {
    var messages = new ArrayList<Message>();
    Message next = consumer.orElseThrow().receive(timeout.toMillis());
    while (next != null) {
      messages.add(next);
      boolean isLast = messages.size() == max || next.getJMSRedelivered();
      next = isLast ? null : consumer.orElseThrow().receiveNoWait();
    }
    return messages;
  }

  /** A new message with that body, to be completed and sent. */
  public TextMessage text(String body) throws JMSException {
    return session.createTextMessage(body);
  }

  /** Sends the message as a persistent one. */
  public void send(Address to, Message message) throws JMSException {
    producer.send(destination(to), message);
  }

  private Destination destination(Address address) throws JMSException {
    Destination destination = known.get(address);
    if (destination == null) {
      destination = destinations.find(session, address);
      known.put(address, destination);
    }
    return destination;
  }
}
