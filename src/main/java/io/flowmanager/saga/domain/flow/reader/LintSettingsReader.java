// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.LintSettings;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import java.util.List;
import java.util.Optional;

/** Reads {@code settings.lint}. */
final class LintSettingsReader {

  LintSettings read(Members members) {
    return new LintSettings(
        members.texts("ignore"),
        members.optionalText("errorSuffix").orElse(LintSettings.DEFAULTS.errorSuffix()),
        labels(members.list("externalEvents")));
  }

  private static List<String> labels(List<Node> nodes) {
    return nodes.stream().map(Node::label).flatMap(Optional::stream).toList();
  }
}
