// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The order flow over a broker, which the demo brings along.
 *
 * @param kind how the example's folder and the profile end
 * @param brokerMain the main class of the broker
 * @param ports where the broker listens
 * @param servicesMain the main class of the participants
 */
record BrokerLaunch(
    DemoSettings settings,
    String kind,
    Class<?> brokerMain,
    List<Integer> ports,
    Class<?> servicesMain)
    implements Launch {

  @Override
  public String profile() {
    return "demo-" + kind;
  }

  @Override
  public Path flow() {
    return Path.of("examples", "order-" + kind, "order.json");
  }

  @Override
  public Optional<ProcessBuilder> broker() {
    Path log = settings.home().resolve("target/demo/broker.log");
    return Optional.of(main(brokerMain, List.of()).redirectError(log.toFile()));
  }

  @Override
  public ProcessBuilder server() throws DemoFault, IOException {
    ProcessBuilder server = new JavaProcess(settings).server(flow());
    server.environment().put("DB_URL", "jdbc:h2:file:./data/order-%s/flow-manager".formatted(kind));
    return server;
  }

  @Override
  public ProcessBuilder participants() {
    return main(servicesMain, List.of("--failures", String.valueOf(settings.failures())));
  }

  private ProcessBuilder main(Class<?> main, List<String> arguments) {
    return new JavaProcess(settings).main(main, JavaProcess.wholeClassPath(), arguments);
  }
}
