// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.bootstrap.config.LintMode;
import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.MapConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowFilesTest {

  private static final FlowDocuments SOUND = FlowDocuments.small();

  @TempDir private Path folder;
  private final CheckedSettings faults = new CheckedSettings(new MapConfig(Map.of()));

  private FlowCatalog load(Optional<Path> root, Optional<Path> directory) {
    var loader =
        new FlowLoader(
            faults, new LintGate(faults, LintMode.OFF), TryCompilers.factory("default-"));
    return new FlowFiles(faults, loader)
        .load(root.map(Path::toString), directory.map(Path::toString));
  }

  private FlowCatalog loadFile(Path file) {
    return load(Optional.of(file), Optional.empty());
  }

  private FlowCatalog loadFolder() {
    return load(Optional.empty(), Optional.of(folder));
  }

  private Path write(String name, FlowDocuments flow) throws IOException {
    return write(name, flow.json().toString());
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void flowOfTheFileIsNamedByItAndServedAtTheRoot() throws IOException {
    FlowCatalog flows = loadFile(write("order.json", SOUND));

    assertThat(faults.faults()).isEmpty();
    assertThat(flows.root()).map(Flow::name).contains(new FlowName("order"));
  }

  @Test
  void fileNeedsNoExtensionWhenItIsNamedItself() throws IOException {
    assertThat(loadFile(write("order", SOUND)).root())
        .map(Flow::name)
        .contains(new FlowName("order"));
  }

  @Test
  void everyJsonFileOfTheFolderIsAFlowAndNoneIsAtTheRoot() throws IOException {
    write("b.json", SOUND);
    write("a.json", SOUND);
    write("notes.txt", "no flow");

    FlowCatalog flows = loadFolder();

    assertThat(faults.faults()).isEmpty();
    assertThat(flows.all()).extracting(flow -> flow.name().value()).containsExactly("a", "b");
    assertThat(flows.root()).isEmpty();
  }

  @Test
  void whatEditorsAndArchiversLeaveInTheFolderIsLeftAlone() throws IOException {
    write("order.json", SOUND);
    write(".order.json", "");
    write("._order.json", "no JSON");
    write(".json", "no JSON");

    FlowCatalog flows = loadFolder();

    assertThat(faults.faults()).isEmpty();
    assertThat(flows.all()).extracting(flow -> flow.name().value()).containsExactly("order");
  }

  @Test
  void aByteOrderMarkInFrontIsDropped() throws IOException {
    FlowCatalog flows = loadFile(write("order.json", "\uFEFF" + SOUND.json()));

    assertThat(faults.faults()).isEmpty();
    assertThat(flows.root()).isPresent();
  }

  @Test
  void aKeyThatStandsTwiceIsAFaultBesideAllOthers() throws IOException {
    String sound = SOUND.without("/machineDefinition/initialState").json().toString();
    Path file =
        write("order.json", sound.replaceFirst("\\{", "{\"settings\": {}, \"settings\": {}, "));

    loadFile(file);

    assertThat(faults.faults())
        .containsExactly(
            file + " /settings: occurs more than once in its object; only one can count",
            file + " /machineDefinition: needs the member \"initialState\"");
  }

  @Test
  void fileThatLiesInTheFolderIsLoadedOnce() throws IOException {
    Path file = write("order.json", SOUND);
    Path detour = folder.resolve("../" + folder.getFileName() + "/order.json");

    FlowCatalog flows = load(Optional.of(detour), Optional.of(folder));

    assertThat(faults.faults()).isEmpty();
    assertThat(flows.all()).hasSize(1);
    assertThat(file).exists();
  }

  @Test
  void twoFilesOfOneNameAreAFault() throws IOException {
    Path one = write("elsewhere/order.json", SOUND);
    Path other = write("order.json", SOUND);

    load(Optional.of(one), Optional.of(folder));

    assertThat(faults.faults())
        .containsExactly(
            "The flow files " + one + " and " + other + " have the same name; rename one of them.");
  }

  @Test
  void fileWhoseNameCannotNameAFlowIsAFault() throws IOException {
    write("my order.json", SOUND);

    loadFolder();

    assertThat(faults.faults())
        .singleElement()
        .asString()
        .contains("my order.json", "cannot name a flow");
  }

  @Test
  void folderWithoutFlowsIsAFault() {
    loadFolder();

    assertThat(faults.faults())
        .singleElement()
        .asString()
        .contains("FLOWS_DIRECTORY", "it has no file *.json");
  }

  @Test
  void folderAndFileThatAreNotThereAreFaults() {
    Path missing = folder.resolve("missing");

    load(Optional.of(missing.resolve("order.json")), Optional.of(missing));

    assertThat(faults.faults())
        .hasSize(2)
        .anyMatch(fault -> fault.contains("it is not a readable folder"))
        .anyMatch(fault -> fault.contains("order.json cannot be read"));
  }

  @Test
  void faultsOfAllFilesAreToldAtOnce() throws IOException {
    write("a.json", SOUND.without("/machineDefinition/initialState"));
    write("b.json", SOUND.with("/machineDefinition/states/0/outputCommand/channel", "\"gone\""));
    write("c.json", "{");
    write("d.json", "[]");
    Files.createDirectory(folder.resolve("e.json"));

    FlowCatalog flows = loadFolder();

    assertThat(flows.all()).isEmpty();
    assertThat(faults.faults()).hasSize(5);
    assertThat(faults.faults().get(0)).contains("a.json /machineDefinition");
    assertThat(faults.faults().get(1)).contains("b.json /machineDefinition/states/0");
    assertThat(faults.faults().get(2)).contains("c.json: The text is not");
    assertThat(faults.faults().get(3)).contains("d.json does not contain a JSON object");
    assertThat(faults.faults().get(4)).contains("e.json cannot be read");
  }

  @Test
  void whatIsNotAvailableYetAndSecretsThatCannotBeReadAreFaults() throws IOException {
    write("a.json", FlowDocuments.complete());
    write(
        "b.json",
        SOUND.with(
            "/communicationProtocols/0/configurations/headers",
            "{\"Key\": {\"type\": \"file\", \"path\": \"/gone/key\"}}"));

    loadFolder();

    assertThat(faults.faults())
        .anyMatch(fault -> fault.contains("not available yet"))
        .anyMatch(fault -> fault.contains("/headers/Key: The secret file /gone/key"));
  }

  @Test
  void retentionOfSagasInAnotherStoreIsAFault() throws IOException {
    write("a.json", FlowDocuments.complete().with("/settings/retention", "{\"after\": \"P1D\"}"));

    loadFolder();

    assertThat(faults.faults())
        .anyMatch(
            fault ->
                fault.contains(
                    "/settings/retention: Retention of sagas that are stored elsewhere"));
  }

  @Test
  void versionIsThatOfTheContent() throws IOException {
    Path file = write("order.json", SOUND);
    Flow first = loadFile(file).root().orElseThrow();
    Flow same = loadFile(file).root().orElseThrow();
    write("order.json", SOUND.json() + "\n");
    Flow changed = loadFile(file).root().orElseThrow();

    assertThat(first.version()).isEqualTo(same.version()).isNotEqualTo(changed.version());
    assertThat(first.version().value()).matches("[0-9a-f]{32}");
  }

  @Test
  void prefixOfTheFlowGoesBeforeThatOfTheServer() throws IOException {
    Flow plain = loadFile(write("order.json", SOUND)).root().orElseThrow();
    Flow own =
        loadFile(write("order.json", SOUND.with("/settings", "{\"sagaIdPrefix\": \"own-\"}")))
            .root()
            .orElseThrow();

    assertThat(plain.sagaIdPrefix()).isEqualTo("default-");
    assertThat(own.sagaIdPrefix()).isEqualTo("own-");
  }
}
