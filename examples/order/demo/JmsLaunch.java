// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import order.jms.JmsParticipants;
import order.jms.OrderBroker;

/** The order flow over a JMS broker, which the demo brings along. */
record JmsLaunch(DemoSettings settings) implements Launch {

  private static final String DATABASE = "jdbc:h2:file:./data/order-jms/flow-manager";

  @Override
  public String profile() {
    return "demo-jms";
  }

  @Override
  public Path flow() {
    return Path.of("examples", "order-jms", "order.json");
  }

  @Override
  public List<Integer> ports() {
    return List.of(OrderBroker.PORT);
  }

  @Override
  public List<ProcessBuilder> first() {
    ProcessBuilder broker =
        new JavaProcess(settings)
            .main(OrderBroker.class, JavaProcess.wholeClassPath(), List.of())
            .redirectError(settings.home().resolve("target/demo/broker.log").toFile());
    return List.of(broker);
  }

  @Override
  public ProcessBuilder server() throws DemoFault, IOException {
    ProcessBuilder server = new JavaProcess(settings).server(flow());
    server.environment().put("DB_URL", DATABASE);
    return server;
  }

  @Override
  public ProcessBuilder participants() {
    return new JavaProcess(settings)
        .main(
            JmsParticipants.class,
            JavaProcess.wholeClassPath(),
            List.of("--failures", String.valueOf(settings.failures())));
  }
}
