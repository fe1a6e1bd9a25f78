// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.StateMachine;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import io.flowmanager.saga.domain.lint.LintReport;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Makes a flow of a file, or says everything that is wrong with it. */
final class FlowLoader {

  private static final UntrustedJson JSON = new UntrustedJson(500);

  private final CheckedSettings faults;
  private final String defaultPrefix;
  private final LintGate judge;
  private final FlowExaminer examiner;

  FlowLoader(CheckedSettings faults, String defaultPrefix, LintGate judge, FlowExaminer examiner) {
    this.faults = faults;
    this.defaultPrefix = defaultPrefix;
    this.judge = judge;
    this.examiner = examiner;
  }

  Optional<Flow> load(Path file, FlowName name) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      JsonDocument document = JSON.read(bytes);
      if (document.value() instanceof JsonObject object) {
        FlowReading reading = new FlowReader().read(object, document.repeatedKeys());
        return flow(file, name, reading, hash(bytes));
      }
      faults.fault("The flow file " + file + " holds no JSON object.");
    } catch (IOException e) {
      faults.fault(
          "The flow file "
              + file
              + " cannot be read. Does it exist, and may this process read it?");
    } catch (JsonSyntaxException e) {
      faults.fault("The flow file " + file + ": " + e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<Flow> flow(Path file, FlowName name, FlowReading reading, FlowVersion version) {
    LintReport findings = judge.judge(file, reading);
    if (reading instanceof FlowReading.Faulty faulty) {
      faulty.faults().forEach(fault -> fault(file, fault));
      return Optional.empty();
    }
    FlowDefinition definition = ((FlowReading.Sound) reading).definition();
    FlowExaminer.Examined examined = examiner.examine(definition);
    examined.faults().forEach(fault -> fault(file, fault));
    var machine = new StateMachine(version, definition.machine(), examined.rules());
    String prefix = definition.settings().sagaIdPrefix().orElse(defaultPrefix);
    return Optional.of(
        new Flow(name, version, definition, findings, machine, examined.hooks(), prefix));
  }

  private void fault(Path file, FlowFault fault) {
    faults.fault(file + " " + fault);
  }

  private static FlowVersion hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new FlowVersion(HexFormat.of().formatHex(digest, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
