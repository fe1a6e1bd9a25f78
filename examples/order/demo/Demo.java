// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;

/**
 * Starts the flow manager and the participants, shows some orders, and runs until it is stopped or
 * the server ends.
 */
public final class Demo {

  private static final int PROBES = 480;
  private static final int MILLIS_BETWEEN_PROBES = 250;
  private static final int LINES_OF_LOG = 20;

  private final Children children = new Children();
  private final DemoSettings settings;
  private final Launch launch;
  private final FlowManagerClient flowManager;

  private Demo(DemoSettings settings, Launch launch) {
    this.settings = settings;
    this.launch = launch;
    this.flowManager = new FlowManagerClient(settings.flowManager());
  }

  public static void main(String[] line) throws InterruptedException {
    main(line, HttpLaunch::new);
  }

  static void main(String[] line, Function<DemoSettings, Launch> launch)
      throws InterruptedException {
    try {
      DemoSettings settings = DemoSettings.from(line);
      new Demo(settings, launch.apply(settings)).run();
    } catch (DemoFault | IllegalArgumentException | IOException fault) {
      System.err.println(fault.getMessage());
      System.exit(1);
    }
  }

  private void run() throws DemoFault, IOException, InterruptedException {
    Ports.requireFree(settings.port(), launch);
    Files.createDirectories(settings.serverLog().getParent());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    if (launch.broker().isPresent()) {
      startHelper(launch.broker().get(), "broker");
    }
    Process server = children.start(launch.server());
    startHelper(launch.participants(), "participants");
    System.out.println("The flow manager starts …");
    awaitReady(server);
    System.out.println(Guide.text(settings, launch.flow()));
    createSampleOrders();
    throw ended(children.endOf(server).join());
  }

  private void awaitReady(Process server) throws DemoFault, IOException, InterruptedException {
    for (int probe = 0; probe < PROBES; probe++) {
      if (flowManager.isReady()) {
        return;
      }
      if (server.waitFor(MILLIS_BETWEEN_PROBES, MILLISECONDS)) {
        throw ended(children.endOf(server).join());
      }
    }
    throw new DemoFault("The flow manager is not ready after two minutes.\n" + endOfLog());
  }

  private void createSampleOrders() throws DemoFault, IOException, InterruptedException {
    for (int i = 0; i < settings.orders(); i++) {
      SampleOrder order = SampleOrder.at(i);
      String sagaId = flowManager.create("sample-" + (i + 1), order.metadata());
      System.out.println("Sample order " + sagaId + ", " + order.story());
    }
  }

  private DemoFault ended(Process server) throws IOException {
    return new DemoFault(
        "The flow manager has ended with exit code %d.\n".formatted(server.exitValue())
            + endOfLog());
  }

  private String endOfLog() throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(settings.serverLog()), UTF_8).lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size());
    return "The end of its log, %s:%n%s".formatted(settings.serverLog(), String.join("\n", last));
  }

  private void startHelper(ProcessBuilder command, String name) throws DemoFault, IOException {
    children.endOf(children.start(command)).thenRun(() -> sayHowToBringBack(name));
  }

  private void sayHowToBringBack(String name) {
    System.out.println(
        "The process of the %s has ended; orders wait. It comes back with: ".formatted(name)
            + "./mvnw -q -P%s exec:java@%s -Ddemo.port=%d"
                .formatted(launch.profile(), name, settings.port()));
  }

  private void stop() {
    children.stop();
    System.out.println("The demo has stopped.");
  }
}
