// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package onboarding.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The microbundle as router and flow manager in one. */
final class Server {

  /** The flow files send news to this port of the router. */
  static final int PORT = 8080;

  private static final int PROBES = 480;
  private static final int MILLIS_BETWEEN_PROBES = 250;
  private static final int SECONDS_TO_STOP = 20;

  private final Path log;
  private final Process process;

  private Server(Path log, Process process) {
    this.log = log;
    this.process = process;
  }

  /**
   * @param home the project's folder
   */
  static Server start(Path home) throws IOException {
    Path bundle = home.resolve("target/flow-manager-microbundle.jar");
    if (!Files.isRegularFile(bundle)) {
      throw new IOException(
          "There is no %s yet. Build it first: ./mvnw -DskipTests package".formatted(bundle));
    }
    Path log = home.resolve("target/demo-router/server.log");
    Files.createDirectories(log.getParent());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder server =
        new ProcessBuilder(List.of(java, "-jar", bundle.toString(), "--port", "" + PORT))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    server.environment().putAll(settings(home.resolve("examples/onboarding")));
    return new Server(log, server.start());
  }

  private static Map<String, String> settings(Path example) {
    return Map.of(
        "FLOWS_DIRECTORY", example.resolve("flows").toString(),
        "SUB_FLOW_CONFIGURATION_FILE_PATH", example.resolve("rules.json").toString(),
        "MAIN_FLOW_MANAGER_URL", "flow:onboarding",
        "MAIN_SAGA_CRUD_URL", "flow:onboarding",
        "MAIN_FLOW_ID_KEY", "mainSagaId",
        "SUB_FLOW_ID_KEY", "subSagaId",
        "MAIN_FLOW_DATA_KEY", "onboarding",
        "SUB_FLOW_CREATED_EVENT", "subFlowCreated",
        "ARRAY_MERGE_MODE", "SHA",
        "DB_URL", "jdbc:h2:file:./data/onboarding");
  }

  void awaitReady(Calls calls) throws IOException, InterruptedException {
    for (int probe = 0; probe < PROBES && process.isAlive(); probe++) {
      if (calls.isReady()) {
        return;
      }
      process.waitFor(MILLIS_BETWEEN_PROBES, TimeUnit.MILLISECONDS);
    }
    throw new IOException("The server is not ready. Its log is " + log + ".");
  }

  void awaitEnd() throws InterruptedException {
    process.waitFor();
    System.out.println("The server has ended. Its log is " + log + ".");
  }

  void stop() {
    process.destroy();
    process.onExit().completeOnTimeout(process, SECONDS_TO_STOP, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
