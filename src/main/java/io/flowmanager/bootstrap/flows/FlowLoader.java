// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowContent;
import io.flowmanager.saga.application.flow.FlowFactory;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.lint.LintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Loads a flow from a file, or reports all its faults. */
final class FlowLoader {

  private final CheckedSettings faults;
  private final LintGate judge;
  private final FlowFactory factory;

  FlowLoader(CheckedSettings faults, LintGate judge, FlowFactory factory) {
    this.faults = faults;
    this.judge = judge;
    this.factory = factory;
  }

  Optional<Flow> load(Path file, FlowName name) {
    try {
      Optional<FlowContent> content = FlowContent.read(Files.readAllBytes(file));
      if (content.isPresent()) {
        LintReport findings = judge.judge(file, content.get().reading());
        return factory.make(
            name, content.get(), findings, fault -> faults.fault(file + " " + fault));
      }
      faults.fault("The flow file " + file + " does not contain a JSON object.");
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
}
