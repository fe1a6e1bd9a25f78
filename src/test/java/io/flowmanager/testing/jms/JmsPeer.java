// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.jms;

import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/** Somebody at a broker who is not the flow manager. */
public final class JmsPeer implements AutoCloseable {

  private final ActiveMQConnectionFactory client;
  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;

  /** Makes a message; may throw what JMS throws. */
  @FunctionalInterface
  public interface Content {
    Message write(Session session) throws JMSException;
  }

  private JmsPeer(ActiveMQConnectionFactory client, Connection connection) throws JMSException {
    this.client = client;
    this.connection = connection;
    this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
    this.producer = session.createProducer(null);
    connection.start();
  }

  public static JmsPeer at(JmsBroker broker) {
    var client = new ActiveMQConnectionFactory(broker.url());
    return tried(() -> new JmsPeer(client, client.createConnection()));
  }

  public static JmsPeer at(JmsBroker broker, String user, String password) {
    var client = new ActiveMQConnectionFactory(broker.url());
    return tried(() -> new JmsPeer(client, client.createConnection(user, password)));
  }

  /** A text whose saga is named by property and group, as the contract wants it. */
  public static Content event(String saga, String label, String payload) {
    return session -> {
      Message message =
          session.createTextMessage(
              "{\"messageLabel\": \"" + label + "\", \"messagePayload\": " + payload + "}");
      message.setStringProperty("sagaId", saga);
      message.setStringProperty("JMSXGroupID", saga);
      return message;
    };
  }

  public static Content text(String body) {
    return session -> session.createTextMessage(body);
  }

  /** The same with a property as clients of other protocols have it, under any name. */
  public static Content foreign(Content content, String name, Object value) {
    return session -> {
      var message = (ActiveMQMessage) content.write(session);
      message.getCoreMessage().putObjectProperty(name, value);
      return message;
    };
  }

  /** Sends all of them in one transaction. */
  public void send(String queue, List<Content> messages) {
    tried(() -> sendTo(session.createQueue(queue), messages));
  }

  public void send(String queue, Content content) {
    send(queue, List.of(content));
  }

  public void publish(String topic, List<Content> messages) {
    tried(() -> sendTo(session.createTopic(topic), messages));
  }

  private Destination sendTo(Destination target, List<Content> messages) throws JMSException {
    for (Content content : messages) {
      producer.send(target, content.write(session));
    }
    session.commit();
    return target;
  }

  /** Takes that many messages from the queue; fails when they do not come in time. */
  public List<Message> take(String queue, int count, Duration patience) {
    List<Message> messages = take(session(queue), count, patience);
    if (messages.size() < count) {
      throw new AssertionError("Only " + messages.size() + " of " + count + " came to " + queue);
    }
    return messages;
  }

  private Destination session(String queue) {
    return tried(() -> session.createQueue(queue));
  }

  /** A subscription of its own to the topic. */
  public MessageConsumer subscribe(String topic) {
    return tried(() -> session.createConsumer(session.createTopic(topic)));
  }

  /** Takes messages of a subscription. */
  public List<Message> take(MessageConsumer consumer, int count, Duration patience) {
    return tried(() -> drain(consumer, count, patience));
  }

  private List<Message> take(Destination from, int count, Duration patience) {
    return tried(
        () -> {
          try (MessageConsumer consumer = session.createConsumer(from)) {
            return drain(consumer, count, patience);
          }
        });
  }

  private List<Message> drain(MessageConsumer consumer, int count, Duration patience)
      throws JMSException {
    var messages = new ArrayList<Message>();
    Optional<Message> next = Optional.ofNullable(consumer.receive(patience.toMillis()));
    while (next.isPresent()) {
      messages.add(next.get());
      next =
          messages.size() < count
              ? Optional.ofNullable(consumer.receive(patience.toMillis()))
              : Optional.empty();
    }
    session.commit();
    return messages;
  }

  /** Something that may throw what JMS throws. */
  @FunctionalInterface
  public interface Attempt<T> {
    T make() throws JMSException;
  }

  public static <T> T tried(Attempt<T> attempt) {
    try {
      return attempt.make();
    } catch (JMSException e) {
      throw new IllegalStateException("The broker refused the test's own request", e);
    }
  }

  @Override
  public void close() {
    tried(
        () -> {
          connection.close();
          return client;
        });
    client.close();
  }
}
