// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  private static final String FLOWS = "src/test/resources/flows/";
  private static final String SOUND = FLOWS + "sound/one-command.json";
  private static final String BROKEN = FLOWS + "broken/dead-end.json";
  private static final String ODD = FLOWS + "broken/misspelt-key.json";

  private static final String REFUSED = FLOWS + "refused/";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void soundFlowEndsWithZero() {
    assertThat(run("lint", SOUND)).isZero();

    assertThat(printed()).isEqualToIgnoringNewLines(SOUND + ": no findings");
  }

  @Test
  void flowWithAnErrorEndsWithOneAndTellsTheWayThere() {
    assertThat(run("lint", BROKEN)).isEqualTo(1);

    assertThat(printed().lines())
        .contains(
            BROKEN + ": 1 error, 0 warnings",
            "  error dead-end /machineDefinition/states/2",
            "    Events that lead there: \"paid\", \"reserveError\"");
  }

  @Test
  void warningsAloneEndWithZero() {
    assertThat(run("lint", "--format", "text", ODD)).isZero();

    assertThat(printed()).contains("0 errors, 1 warning", "warning unknown-key");
  }

  @Test
  void severalFilesAreJudgedAndOneErrorCounts() {
    assertThat(run("lint", SOUND, BROKEN, ODD)).isEqualTo(1);

    assertThat(printed()).contains(SOUND + ":", BROKEN + ":", ODD + ":");
  }

  @Test
  void jsonIsForPrograms() {
    assertThat(run("lint", "--format", "json", BROKEN, SOUND)).isEqualTo(1);

    JsonObject report = JsonText.parse(printed()).asJsonObject();
    assertThat(report.getInt("errors")).isEqualTo(1);
    assertThat(report.getInt("warnings")).isZero();
    assertThat(report.getJsonArray("files")).hasSize(2);
    assertThat(report.getValue("/files/0/file").toString()).contains("dead-end.json");
    assertThat(report.getValue("/files/0/findings/0/code")).hasToString("\"dead-end\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema-of-no-type",
        "pattern-of-java",
        "hook-that-does-not-compile",
        "hook-of-a-merge-without-export",
        "retention-of-a-store-elsewhere",
        "broker-url-that-is-none",
        "secret-that-is-missing"
      })
  void whateverStopsAStartIsAnError(String name) {
    assertThat(run("lint", REFUSED + name + ".json")).isEqualTo(1);

    assertThat(printed()).contains(": 1 error", "error format /");
  }

  @Test
  void fileWhoseNameCanNameNoFlowIsAnError(@TempDir Path folder) throws IOException {
    Path file = Files.copy(Path.of(SOUND), folder.resolve("my flow.json"));

    assertThat(run("lint", file.toString())).isEqualTo(1);

    assertThat(printed()).contains("\"my flow\" cannot name a flow");
  }

  @Test
  void secretsAreLeftAloneWhereTheyAreNotAtHand() {
    assertThat(run("lint", "--without-secrets", REFUSED + "secret-that-is-missing.json")).isZero();
  }

  @Test
  void fileThatIsNoJsonIsAFaultOfForm(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("flow.json"), "{");

    assertThat(run("lint", file.toString())).isEqualTo(1);

    assertThat(printed()).contains("error format (document)");
  }

  @Test
  void fileThatIsNotThereIsWrongUsage() {
    assertThat(run("lint", "nowhere.json")).isEqualTo(2);

    assertThat(complained()).contains("The file nowhere.json cannot be read.");
    assertThat(printed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "lint --format", "lint --format xml f", "lint --quick f"})
  void wrongArgumentsAreToldWithTheRightOnes(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);

    assertThat(complained())
        .contains("Usage: lint [--format json|text] [--without-secrets] <flow file>...");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lnt", "Lint"})
  void unknownCommandIsToldWithTheKnownOnes(String name) {
    assertThat(run(name)).isEqualTo(2);

    assertThat(complained())
        .contains("There is no such command.", "lint [--format json|text] [--without-secrets]");
  }

  @Test
  void nothingAtAllIsWrongUsage() {
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void helpListsTheCommands() {
    assertThat(run("help")).isZero();

    assertThat(printed()).contains("lint [--format json|text] [--without-secrets] <flow file>...");
  }

  private int run(String... arguments) {
    return new CommandLine(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
