// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import io.flowmanager.bootstrap.Diagrams;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.saga.domain.diagram.DiagramTooLargeException;
import io.flowmanager.saga.domain.diagram.FlowDiagram;
import io.flowmanager.saga.domain.flow.FlowReader;
import io.flowmanager.saga.domain.flow.FlowReading;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws a flow file. */
final class DiagramCommand {

  private static final UntrustedJson JSON = new UntrustedJson(500);

  String name() {
    return "diagram";
  }

  String usage() {
    return "diagram [--format mermaid|dot|svg] <flow file>";
  }

  /**
   * Prints the diagram to {@code out}, or what is wrong with the file to {@code err}.
   *
   * @return exit code of the process: 0 when it is drawn, 1 when the file cannot be
   * @throws IllegalArgumentException when the arguments make no sense
   */
  int run(List<String> arguments, PrintStream out, PrintStream err) {
    DiagramArguments asked = DiagramArguments.parse(arguments);
    try {
      Optional<FlowDiagram> diagram = diagram(asked.file(), err);
      if (diagram.isEmpty()) {
        return 1;
      }
      String text = Diagrams.renderers().get(asked.format()).render(diagram.get());
      out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      return 0;
    } catch (IOException e) {
      err.println(asked.file() + " cannot be read. Does it exist, and may this process read it?");
    } catch (JsonSyntaxException | DiagramTooLargeException e) {
      err.println(asked.file() + ": " + e.getMessage());
    }
    return 1;
  }

  private static Optional<FlowDiagram> diagram(Path file, PrintStream err) throws IOException {
    JsonValue document = JSON.parse(Files.readAllBytes(file));
    if (!(document instanceof JsonObject flow)) {
      err.println(file + " holds no JSON object.");
      return Optional.empty();
    }
    FlowReading reading = new FlowReader().read(flow);
    if (reading instanceof FlowReading.Faulty faulty) {
      faulty.faults().forEach(fault -> err.println(file + " " + fault));
      return Optional.empty();
    }
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    return Optional.of(FlowDiagram.of(name, ((FlowReading.Sound) reading).definition().machine()));
  }
}
