// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.retention.ArchiveUnavailableException;
import io.flowmanager.saga.application.retention.SagaArchive;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSagaArchiveTest {

  private static final FlowName FLOW = new FlowName("order");

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock();
  private SagaArchive archive;
  private ArchiveReader reader;
  private Path data;
  private Path manifest;

  @BeforeEach
  void open() {
    archive = new FileSagaArchive(folder, clock);
    reader = new ArchiveReader(folder);
    data = folder.resolve("order/2026-01-02.jsonl");
    manifest = folder.resolve("order/2026-01-02.manifest");
  }

  private void write(String... sagas) {
    archive.write(FLOW, Stream.of(sagas).map(saga -> document(saga, "first")).toList());
  }

  private static SagaArchive.Document document(String saga, String text) {
    return new SagaArchive.Document(
        new SagaId(saga),
        JsonText.builders().createObjectBuilder().add("sagaId", saga).add("text", text).build());
  }

  private Optional<String> find(String saga) throws IOException {
    return reader.find(saga).map(line -> new String(line, StandardCharsets.UTF_8));
  }

  private FileCheck check() throws IOException {
    return reader.verify().get(0);
  }

  @Test
  void sagasStandByFlowAndDateALineEach() throws IOException {
    write("one", "two");
    clock.advance(Duration.ofDays(1));
    write("three");

    assertThat(Files.readAllLines(data))
        .containsExactly(
            "{\"sagaId\":\"one\",\"text\":\"first\"}", "{\"sagaId\":\"two\",\"text\":\"first\"}");
    assertThat(folder.resolve("order/2026-01-03.jsonl")).exists();
    assertThat(reader.verify()).allMatch(check -> check.fault().isEmpty());
  }

  @Test
  void foundSagaIsAsItWasWrittenLast() throws IOException {
    archive.write(FLOW, List.of(document("one", "first"), document("two", "ä")));
    archive.write(FLOW, List.of(document("one", "second")));
    assertThat(find("one")).contains("{\"sagaId\":\"one\",\"text\":\"second\"}");

    clock.advance(Duration.ofDays(1));
    archive.write(FLOW, List.of(document("one", "third")));

    assertThat(find("one")).contains("{\"sagaId\":\"one\",\"text\":\"third\"}");
    assertThat(find("two")).contains("{\"sagaId\":\"two\",\"text\":\"ä\"}");
    assertThat(find("ne")).isEmpty();
    assertThat(check().sagas()).isEqualTo(3);
  }

  @Test
  void sagaThatStandsTwiceIsNoFault() throws IOException {
    write("one");
    write("one", "two");

    assertThat(check().fault()).isEmpty();
    assertThat(check().sagas()).isEqualTo(3);
    assertThat(find("one")).isPresent();
  }

  @Test
  void everyChangedByteIsFoundWithItsLine() throws IOException {
    write("one", "two", "three");
    byte[] original = Files.readAllBytes(data);
    int lineLength = 0;
    while (original[lineLength] != '\n') {
      lineLength++;
    }
    for (int i = 0; i < original.length; i++) {
      byte[] changed = original.clone();
      changed[i] ^= 1;
      Files.write(data, changed);

      int line = i <= lineLength ? 1 : i <= 2 * lineLength + 1 ? 2 : 3;
      boolean isLastLineEnd = i == original.length - 1;
      assertThat(check().fault())
          .as("byte " + i)
          .get()
          .asString()
          .startsWith("line " + (isLastLineEnd ? 3 : line) + " ");
    }
  }

  @Test
  void everyChangedByteOfAManifestIsFound() throws IOException {
    write("one", "two");
    byte[] original = Files.readAllBytes(manifest);
    int hashes = new String(original, StandardCharsets.US_ASCII).indexOf(" one");
    for (int i = 0; i < hashes; i++) {
      byte[] changed = original.clone();
      changed[i] ^= 1;
      Files.write(manifest, changed);

      assertThat(check().fault()).as("byte " + i).isPresent();
    }
  }

  @Test
  void missingEndAndMissingManifestAreFound() throws IOException {
    write("one", "two");
    byte[] original = Files.readAllBytes(data);

    Files.write(data, Arrays.copyOf(original, original.length / 2));
    assertThat(check().fault()).contains("line 2 is missing: two stood there");

    Files.write(data, original);
    Files.delete(manifest);
    assertThat(check().fault()).get().asString().startsWith("there is no ");
  }

  @Test
  void sagaWhoseLineHasChangedIsNotGivenOut() throws IOException {
    write("one");
    byte[] changed = Files.readAllBytes(data);
    changed[3] ^= 1;
    Files.write(data, changed);

    assertThatThrownBy(() -> find("one"))
        .isInstanceOf(DamagedArchiveException.class)
        .hasMessageContaining("has changed at byte 0");
  }

  @Test
  void writeThatBreaksOffAtAnyByteLosesNothingAndLeavesNoFault() throws IOException {
    write("one");
    long dataBefore = Files.size(data);
    long manifestBefore = Files.size(manifest);
    write("two", "three");
    byte[] wholeData = Files.readAllBytes(data);
    byte[] wholeManifest = Files.readAllBytes(manifest);

    for (int i = (int) dataBefore; i <= wholeData.length; i++) {
      Files.write(data, Arrays.copyOf(wholeData, i));
      Files.write(manifest, Arrays.copyOf(wholeManifest, (int) manifestBefore));
      assertIsWholeAfterTheNextWrite("data byte " + i);
    }
    for (int i = (int) manifestBefore; i <= wholeManifest.length; i++) {
      Files.write(data, wholeData);
      Files.write(manifest, Arrays.copyOf(wholeManifest, i));
      assertIsWholeAfterTheNextWrite("manifest byte " + i);
    }
  }

  private void assertIsWholeAfterTheNextWrite(String where) throws IOException {
    write("two", "three");

    assertThat(check().fault()).as(where).isEmpty();
    assertThat(find("one")).as(where).isPresent();
    assertThat(find("two")).as(where).isPresent();
    assertThat(find("three")).as(where).isPresent();
  }

  @Test
  void lineOfAManifestWithoutItsEndCountsAsAbsent() throws IOException {
    write("one");
    int before = (int) Files.size(manifest);
    write("two");
    byte[] whole = Files.readAllBytes(manifest);

    for (int i = before; i < whole.length; i++) {
      Files.write(manifest, Arrays.copyOf(whole, i));

      assertThat(check()).as("byte " + i).isEqualTo(new FileCheck(data, 1, 1, Optional.empty()));
      assertThat(find("one")).as("byte " + i).isPresent();
      assertThat(find("two")).as("byte " + i).isEmpty();
    }
  }

  @Test
  void manifestAloneIsAFaultOnlyIfItListsSagas() throws IOException {
    write("one");
    Files.delete(data);
    assertThat(check().fault()).get().asString().startsWith("the file is missing");

    Files.write(manifest, new byte[0]);
    assertThat(check()).isEqualTo(new FileCheck(data, 0, 0, Optional.empty()));
  }

  @Test
  void foldersThatAreOfNoFlowArePassedOver() throws IOException {
    write("one");
    Files.createFile(Files.createDirectory(folder.resolve("lost+found")).resolve("1.jsonl"));

    assertThat(reader.verify()).extracting(FileCheck::file).containsExactly(data);
  }

  @Test
  void linesThatNoManifestListsAreCountedAndAreNoFault() throws IOException {
    write("one");
    Files.writeString(data, "{\"sagaId\":\"tw", StandardOpenOption.APPEND);

    assertThat(check()).isEqualTo(new FileCheck(data, 1, 1, Optional.empty()));
  }

  @Test
  void folderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(
            () -> new FileSagaArchive(file, clock).write(FLOW, List.of(document("one", "first"))))
        .isInstanceOf(ArchiveUnavailableException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("flow-manager.archive.directory");
  }
}
