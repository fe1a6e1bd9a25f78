// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.saga.domain.flow.FlowWarning;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import java.util.Comparator;
import java.util.List;

/** Warnings of the reader, as findings. */
final class ReaderWarnings {

  private ReaderWarnings() {}

  static List<Finding> of(List<FlowWarning> warnings) {
    return warnings.stream()
        .map(
            warning ->
                new Finding(code(warning.kind()), warning.pointer(), warning.message(), List.of()))
        .sorted(Comparator.comparing(Finding::code))
        .toList();
  }

  private static FindingCode code(FlowWarning.Kind kind) {
    return switch (kind) {
      case UNKNOWN_KEY -> FindingCode.UNKNOWN_KEY;
      case IGNORED_HEADER -> FindingCode.IGNORED_HEADER;
      case RELATIVE_PATH -> FindingCode.RELATIVE_PATH;
      case NO_DESCRIPTION -> FindingCode.NO_DESCRIPTION;
    };
  }
}
