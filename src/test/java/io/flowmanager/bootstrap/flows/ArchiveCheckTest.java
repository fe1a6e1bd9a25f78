// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.domain.flow.RetentionSettings.Ending;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.MapConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCheckTest {

  private static final Duration AFTER = Duration.ofDays(30);

  @TempDir private Path folder;

  private List<String> faults(FlowBuilder flow, Optional<Path> directory) {
    var checked = new CheckedSettings(new MapConfig(Map.of()));
    new ArchiveCheck(checked)
        .check(
            new FlowCatalog(List.of(flow.build()), Optional.empty()),
            directory.map(Path::toString));
    return checked.faults();
  }

  @Test
  void flowThatArchivesNeedsADirectory() {
    assertThat(faults(anOrderFlow().keepingFor(AFTER, Ending.ARCHIVE), Optional.empty()))
        .containsExactly(
            "Sagas of order go into the archive (settings.retention.then), and there is none. Set"
                + " flow-manager.archive.directory to a folder that this server may write to.");
  }

  @Test
  void directoryIsMadeWhenItIsNotThere() {
    Path archive = folder.resolve("a/b");

    assertThat(faults(anOrderFlow().keepingFor(AFTER, Ending.ARCHIVE), Optional.of(archive)))
        .isEmpty();

    assertThat(archive).isDirectory();
  }

  @Test
  void fileIsNoDirectory() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(faults(anOrderFlow().keepingFor(AFTER, Ending.ARCHIVE), Optional.of(file)))
        .singleElement()
        .asString()
        .contains("flow-manager.archive.directory", file.toString(), "can be written to");
  }

  @Test
  void flowsThatDeleteOrKeepNeedNone() {
    assertThat(faults(anOrderFlow().keepingFor(AFTER, Ending.DELETE), Optional.empty())).isEmpty();
    assertThat(faults(anOrderFlow(), Optional.empty())).isEmpty();
  }
}
