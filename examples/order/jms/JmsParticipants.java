// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.util.Set;
import order.participants.Arguments;
import order.participants.Console;
import order.participants.Participant;
import order.participants.Work;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Starts Payment, Stock and Delivery as clients of the broker, in one process, which runs until it
 * is stopped from outside. The client comes back by itself when the broker was away.
 */
public final class JmsParticipants {

  private static final Set<String> ARGUMENTS = Set.of("broker", "failures", "work-ms");

  private JmsParticipants() {}

  public static void main(String[] line) throws JMSException, InterruptedException {
    Arguments arguments = Arguments.of(line, ARGUMENTS);
    String broker = arguments.text("broker", "tcp://localhost:" + OrderBroker.PORT);
    start(broker, new JmsWork(Work.from(arguments), Console::print));
    // The client's own threads keep no process alive.
    Thread.currentThread().join();
  }

  static Connection start(String broker, JmsWork work) throws JMSException {
    ActiveMQConnectionFactory client =
        new ActiveMQConnectionFactory(broker + "?reconnectAttempts=-1&initialConnectAttempts=-1");
    Connection connection = client.createConnection();
    for (Participant participant : Participant.all()) {
      JmsParticipant.join(connection, participant, work);
      work.log().accept(participant.name() + " waits for commands");
    }
    connection.start();
    return connection;
  }
}
