// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Command lines of the demos' processes. */
record JavaProcess(DemoSettings settings) {

  ProcessBuilder java(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(settings.home().toFile());
  }

  ProcessBuilder main(Class<?> main, String classPath, List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("-cp", classPath, main.getName()));
    line.addAll(arguments);
    return java(line)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** The flow manager with that flow; its log goes into a file. */
  ProcessBuilder server(Path flow) throws DemoFault, IOException {
    Path bundle = settings.home().resolve("target/flow-manager-microbundle.jar");
    if (!Files.isRegularFile(bundle)) {
      throw new DemoFault(
          "There is no %s yet. Build it first: ./mvnw -DskipTests package".formatted(bundle));
    }
    Files.createDirectories(settings.serverLog().getParent());
    ProcessBuilder server =
        java(List.of("-jar", bundle.toString(), "--port", String.valueOf(settings.port())));
    server.environment().put("CONFIGURATIONS_FILE_PATH", settings.home().resolve(flow).toString());
    return server.redirectErrorStream(true).redirectOutput(settings.serverLog().toFile());
  }

  /** All that this process may load. Under Maven its class path is Maven's own. */
  static String wholeClassPath() {
    return JavaProcess.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(JavaProcess::file)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  /** Where a class comes from. */
  static String sourceOf(Class<?> type) {
    return file(type.getProtectionDomain().getCodeSource().getLocation());
  }

  private static String file(URL location) {
    try {
      return Path.of(location.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(location + " is no file.", e);
    }
  }
}
