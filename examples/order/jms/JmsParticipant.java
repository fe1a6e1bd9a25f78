// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import order.participants.Command;
import order.participants.Event;
import order.participants.Participant;

/**
 * One service at the broker. It takes a command and sends its event in one transaction of the
 * broker. A command that comes again has the same id, and the event carries that id as the broker's
 * duplicate id: of two events for one command the broker keeps one. A participant that changes a
 * database notes the command's id there as well.
 */
final class JmsParticipant implements MessageListener {

  private static final String EVENTS = "order-events";
  private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  private final Participant participant;
  private final JmsWork work;
  private final Session session;
  private final MessageProducer events;

  private JmsParticipant(Participant participant, JmsWork work, Session session)
      throws JMSException {
    this.participant = participant;
    this.work = work;
    this.session = session;
    this.events = session.createProducer(session.createQueue(EVENTS));
  }

  static void join(Connection connection, Participant participant, JmsWork work)
      throws JMSException {
    Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
    Queue commands = session.createQueue(participant.name() + "-commands");
    session
        .createConsumer(commands)
        .setMessageListener(new JmsParticipant(participant, work, session));
  }

  @Override
  public void onMessage(Message message) {
    try {
      Command command = commandIn(message);
      if (participant.skills().containsKey(command.label())) {
        answer(command, work.carryOut(participant, command));
      }
      session.commit();
    } catch (JMSException | RuntimeException e) {
      work.log().accept("%-9s could not answer: %s".formatted(participant.name(), e));
      giveBack();
    }
  }

  private void giveBack() {
    try {
      session.rollback();
    } catch (JMSException e) {
      work.log().accept("%-9s is cut off: %s".formatted(participant.name(), e));
    }
  }

  private static Command commandIn(Message message) throws JMSException {
    return Command.from(
        message.getStringProperty("commandId"),
        message.getStringProperty("sagaId"),
        read(message.getBody(String.class)));
  }

  private static JsonObject read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private void answer(Command command, Event event) throws JMSException {
    TextMessage message = session.createTextMessage(event.toValue().toString());
    message.setStringProperty("sagaId", command.sagaId());
    message.setStringProperty("JMSXGroupID", command.sagaId());
    message.setStringProperty(DUPLICATE_ID, command.id());
    events.send(message);
  }
}
