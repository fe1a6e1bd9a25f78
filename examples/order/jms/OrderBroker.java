// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.jms;

import java.nio.file.Path;
import java.util.Set;
import order.participants.Arguments;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * Apache ActiveMQ Artemis with its journal in a folder, for this machine only and without users.
 * Queues come into being when they are used.
 */
public final class OrderBroker {

  /** Where the flow of {@code examples/order-jms/order.json} looks for it. */
  public static final int PORT = 61616;

  private OrderBroker() {}

  public static void main(String[] line) throws Exception {
    Arguments arguments = Arguments.of(line, Set.of("data", "port"));
    Path data = Path.of(arguments.text("data", "data/order-jms/broker"));
    start(data, arguments.number("port", PORT));
    System.out.println("The broker listens at port " + arguments.number("port", PORT) + ".");
  }

  static EmbeddedActiveMQ start(Path data, int port) throws Exception {
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ().setConfiguration(configuration(data, port));
    broker.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker)));
    return broker;
  }

  private static Configuration configuration(Path data, int port) throws Exception {
    AddressSettings settings =
        new AddressSettings()
            .setDeadLetterAddress(SimpleString.of("DLQ"))
            .setAutoDeleteQueues(false)
            .setAutoDeleteAddresses(false);
    return new ConfigurationImpl()
        .setSecurityEnabled(false)
        .setJournalType(JournalType.NIO)
        .setJournalDirectory(data.resolve("journal").toString())
        .setBindingsDirectory(data.resolve("bindings").toString())
        .setLargeMessagesDirectory(data.resolve("large").toString())
        .setPagingDirectory(data.resolve("paging").toString())
        .addAddressSetting("#", settings)
        .addAcceptorConfiguration("tcp", "tcp://localhost:" + port);
  }

  private static void stop(EmbeddedActiveMQ broker) {
    try {
      broker.stop();
    } catch (Exception e) {
      System.err.println("The broker did not stop in order: " + e);
    }
  }
}
