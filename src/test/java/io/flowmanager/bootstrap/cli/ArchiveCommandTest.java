// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.adapter.archive.FileSagaArchive;
import io.flowmanager.saga.application.retention.SagaArchive;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCommandTest {

  private static final int WRONG_USAGE = 2;

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void fill() {
    var document =
        JsonText.builders().createObjectBuilder().add("sagaId", "order-1").add("a", "ä").build();
    new FileSagaArchive(folder, new SettableClock())
        .write(
            new FlowName("order"),
            List.of(new SagaArchive.Document(new SagaId("order-1"), document)));
  }

  private int run(String... arguments) {
    return new CommandLine(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void findPrintsTheDocument() {
    assertThat(run("archive", "find", "--directory", folder.toString(), "order-1")).isZero();

    assertThat(printed()).isEqualToIgnoringNewLines("{\"sagaId\":\"order-1\",\"a\":\"ä\"}");
  }

  @Test
  void sagaThatIsNotThereEndsWithOne() {
    assertThat(run("archive", "find", "order-2", "--directory", folder.toString())).isEqualTo(1);

    assertThat(complained()).contains("The archive has no saga order-2.");
  }

  @Test
  void verifyOfASoundArchiveEndsWithZero() {
    assertThat(run("archive", "verify", "--directory", folder.toString())).isZero();

    assertThat(printed()).contains("Files: 1, faulty: 0, sagas as written: 1.");
  }

  @Test
  void verifyNamesFileAndLineOfAChange() throws IOException {
    Path data = folder.resolve("order/2026-01-02.jsonl");
    Files.writeString(data, Files.readString(data).replace("order-1", "order-2"));

    assertThat(run("archive", "verify", "--directory", folder.toString())).isEqualTo(1);

    assertThat(complained()).contains(data + ": line 1 is not as it was written: saga order-1");
  }

  @Test
  void directoryThatDoesNotExistIsNamed() {
    assertThat(run("archive", "verify", "--directory", folder + "/none")).isEqualTo(1);

    assertThat(complained()).contains("The archive " + folder + "/none cannot be read");
  }

  @Test
  void archiveThatCannotBeReadEndsWithOne() throws IOException {
    Files.createDirectory(folder.resolve("order/2026-01-03.manifest"));

    assertThat(run("archive", "verify", "--directory", folder.toString())).isEqualTo(1);
    assertThat(run("archive", "find", "--directory", folder.toString(), "order-1")).isEqualTo(1);
    assertThat(run("archive", "verify", "--directory", "a\0b")).isEqualTo(1);

    assertThat(complained())
        .contains("The archive " + folder + " cannot be read.", "its directory is no path");
  }

  @Test
  void argumentsThatMakeNoSenseAreExplained() {
    assertThat(run("archive")).isEqualTo(WRONG_USAGE);
    assertThat(run("archive", "find", "--directory", "x")).isEqualTo(WRONG_USAGE);
    assertThat(run("archive", "verify")).isEqualTo(WRONG_USAGE);
    assertThat(run("archive", "verify", "order-1", "--directory", "x")).isEqualTo(WRONG_USAGE);

    assertThat(complained())
        .contains(
            "After archive comes find or verify.",
            "No saga is named.",
            "flow-manager.archive.directory, or give --directory",
            "archive verify does not take order-1.",
            "Usage: archive find");
  }
}
