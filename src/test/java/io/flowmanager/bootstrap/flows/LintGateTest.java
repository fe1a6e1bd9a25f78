// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.bootstrap.config.LintMode;
import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LintGateTest {

  private static final Logger LOGGER = Logger.getLogger("io.flowmanager.flow");

  private final CheckedSettings faults = new CheckedSettings(null);
  private final LogLines log = new LogLines();

  private static final class LogLines extends Handler {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {
      // nothing is buffered
    }

    @Override
    public void close() {
      // nothing is held open
    }
  }

  @BeforeEach
  void listen() {
    LOGGER.addHandler(log);
  }

  @AfterEach
  void stopListening() {
    LOGGER.removeHandler(log);
  }

  @Test
  void warnLogsEachFindingInALineAndLetsTheFlowIn() throws IOException {
    long findings = judge(LintMode.WARN, "many-faults-at-once");

    assertThat(findings).isEqualTo(4);
    assertThat(log.lines).hasSize(4).allMatch(line -> line.startsWith("WARNING flow.json: "));
    assertThat(log.lines.get(0)).contains("dead-end at /machineDefinition/states/2: The state");
    assertThat(faults.faults()).isEmpty();
  }

  @Test
  void strictRefusesAFlowWithAnErrorAndTellsAllFindings() throws IOException {
    judge(LintMode.STRICT, "many-faults-at-once");

    assertThat(faults.faults())
        .hasSize(4)
        .anyMatch(fault -> fault.startsWith("flow.json unused-business-event at "));
  }

  @Test
  void strictLetsAFlowWithWarningsIn() throws IOException {
    judge(LintMode.STRICT, "misspelt-key");

    assertThat(faults.faults()).isEmpty();
    assertThat(log.lines).hasSize(1);
  }

  @Test
  void offIsSilentAndFindsAllTheSame() throws IOException {
    long findings = judge(LintMode.OFF, "many-faults-at-once");

    assertThat(findings).isEqualTo(4);
    assertThat(log.lines).isEmpty();
    assertThat(faults.faults()).isEmpty();
  }

  @Test
  void odditiesOfAFileWithFaultsOfFormAreLoggedBesideThem() throws IOException {
    judge(LintMode.STRICT, "faults-of-form-and-oddities");

    assertThat(log.lines).singleElement().asString().contains("unknown-key at /sttings");
    assertThat(faults.faults()).isEmpty();
  }

  private long judge(LintMode mode, String flow) throws IOException {
    String text = Files.readString(Path.of("src/test/resources/flows/broken", flow + ".json"));
    FlowReading reading = new FlowReader().read(JsonText.parse(text).asJsonObject());
    return new LintGate(faults, mode).judge(Path.of("flow.json"), reading).findings().size();
  }
}
