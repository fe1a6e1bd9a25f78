// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import io.flowmanager.bootstrap.wiring.Diagrams;
import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.saga.domain.diagram.DiagramTooLargeException;
import io.flowmanager.saga.domain.diagram.FlowDiagram;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws a flow file. */
final class DiagramCommand implements Subcommand {

  private static final UntrustedJson JSON = new UntrustedJson(500);

  @Override
  public String name() {
    return "diagram";
  }

  @Override
  public String usage() {
    return "diagram [--format mermaid|dot|svg] <flow file>";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal) {
    DiagramArguments asked = DiagramArguments.parse(arguments);
    try {
      Optional<FlowDiagram> diagram = diagram(asked.file(), terminal);
      if (diagram.isEmpty()) {
        return 1;
      }
      String text = Diagrams.renderers().get(asked.format()).render(diagram.get());
      terminal.write(text.getBytes(StandardCharsets.UTF_8));
      return 0;
    } catch (IOException e) {
      terminal.complain(
          asked.file() + " cannot be read. Does it exist, and may this process read it?");
    } catch (JsonSyntaxException | DiagramTooLargeException e) {
      terminal.complain(asked.file() + ": " + e.getMessage());
    }
    return 1;
  }

  private static Optional<FlowDiagram> diagram(Path file, Terminal terminal) throws IOException {
    JsonDocument document = JSON.read(Files.readAllBytes(file));
    if (!(document.value() instanceof JsonObject flow)) {
      terminal.complain(file + " does not contain a JSON object.");
      return Optional.empty();
    }
    FlowReading reading = new FlowReader().read(flow, document.repeatedKeys());
    if (reading instanceof FlowReading.Faulty faulty) {
      faulty.faults().forEach(fault -> terminal.complain(file + " " + fault));
      return Optional.empty();
    }
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    return Optional.of(FlowDiagram.of(name, ((FlowReading.Sound) reading).definition().machine()));
  }
}
