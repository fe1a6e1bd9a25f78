// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import jakarta.json.Json;
import jakarta.json.spi.JsonProvider;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import order.participants.Participants;

/** The order flow over HTTP. */
record HttpLaunch(DemoSettings settings) implements Launch {

  @Override
  public String profile() {
    return "demo";
  }

  @Override
  public Path flow() {
    return Path.of("examples", "order", "order.json");
  }

  @Override
  public List<Integer> ports() {
    return Participants.ports();
  }

  @Override
  public Optional<ProcessBuilder> broker() {
    return Optional.empty();
  }

  @Override
  public ProcessBuilder server() throws DemoFault, IOException {
    return new JavaProcess(settings).server(flow());
  }

  @Override
  public ProcessBuilder participants() {
    String classPath =
        String.join(
            File.pathSeparator,
            JavaProcess.sourceOf(Participants.class),
            JavaProcess.sourceOf(Json.class),
            JavaProcess.sourceOf(JsonProvider.provider().getClass()));
    return new JavaProcess(settings)
        .main(
            Participants.class,
            classPath,
            List.of(
                "--flow-manager",
                settings.flowManager().toString(),
                "--failures",
                String.valueOf(settings.failures())));
  }
}
