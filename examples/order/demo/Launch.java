// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import jakarta.json.Json;
import jakarta.json.spi.JsonProvider;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import order.participants.Participants;

/** The command lines of the demo's processes. */
record Launch(DemoSettings settings) {

  ProcessBuilder server() throws DemoFault, IOException {
    Path bundle = settings.home().resolve("target/flow-manager-microbundle.jar");
    if (!Files.isRegularFile(bundle)) {
      throw new DemoFault(
          "There is no %s yet. Build it first: ./mvnw -DskipTests package".formatted(bundle));
    }
    Files.createDirectories(settings.serverLog().getParent());
    ProcessBuilder server =
        java(List.of("-jar", bundle.toString(), "--port", String.valueOf(settings.port())));
    Path flow = settings.home().resolve("examples/order/order.json");
    server.environment().put("CONFIGURATIONS_FILE_PATH", flow.toString());
    return server.redirectErrorStream(true).redirectOutput(settings.serverLog().toFile());
  }

  ProcessBuilder participants() {
    return java(List.of(
            "-Xmx64m",
            "-cp",
            participantsClassPath(),
            Participants.class.getName(),
            "--flow-manager",
            settings.flowManager().toString(),
            "--failures",
            String.valueOf(settings.failures())))
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private ProcessBuilder java(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(settings.home().toFile());
  }

  // Under Maven the class path of this process is Maven's own: its parts are found by what they
  // hold.
  private static String participantsClassPath() {
    return String.join(
        File.pathSeparator,
        sourceOf(Participants.class),
        sourceOf(Json.class),
        sourceOf(JsonProvider.provider().getClass()));
  }

  private static String sourceOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " comes from a place that is no file.", e);
    }
  }
}
