// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagramCommandTest {

  private static final String ORDER = "examples/order/order.json";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({"mermaid, flowchart TD", "dot, digraph \"order\" {", "svg, <svg xmlns="})
  void flowIsDrawnInTheFormatAskedFor(String format, String beginning) {
    assertThat(run("--format", format, ORDER)).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith(beginning);
    assertThat(err.size()).isZero();
  }

  @Test
  void mermaidIsTheDefaultWhateverTheStreamsEncoding() {
    assertThat(run(ORDER)).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("executePayment → payment");
  }

  @Test
  void faultsOfTheFileAreToldInsteadOfADrawing(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.json"), "{}");

    assertThat(run(file.toString())).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("machineDefinition");
    assertThat(out.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"{, at", "[], does not contain a JSON object"})
  void fileThatHoldsNoFlowIsNamed(String content, String fault, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("odd.json"), content);

    assertThat(run(file.toString())).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(file.toString()).contains(fault);
  }

  @Test
  void missingFileIsNamed() {
    assertThat(run("no/such.json")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no/such.json cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "'', No flow file is named.",
    "--format, '--format must be mermaid, dot or svg.'",
    "--format png, '--format must be mermaid, dot or svg.'",
    "--wide, There is no option --wide.",
    "a.json b.json, Only one flow file is drawn at a time."
  })
  void argumentsThatMakeNoSenseAreRefused(String arguments, String message) {
    String[] split = arguments.isEmpty() ? new String[0] : arguments.split(" ");

    assertThatThrownBy(() -> run(split)).isInstanceOf(UsageException.class).hasMessage(message);
  }

  private int run(String... arguments) {
    return new DiagramCommand()
        .run(
            List.of(arguments),
            new Terminal(
                new PrintStream(out, true, StandardCharsets.US_ASCII),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
  }
}
