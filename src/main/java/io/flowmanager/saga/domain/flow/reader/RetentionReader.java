// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.RetentionSettings;
import io.flowmanager.saga.domain.flow.RetentionSettings.Ending;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code settings.retention}. */
final class RetentionReader {

  private static final String NEVER = "never";
  private static final String ARCHIVE = "archive";
  private static final String RULE =
      "must be \"never\" or " + DurationReader.RULE + ", such as P365D";

  RetentionSettings read(Members members) {
    Optional<Duration> after = members.need("after").flatMap(RetentionReader::after);
    Ending then =
        members
            .find("then")
            .flatMap(node -> node.oneOf(List.of("delete", ARCHIVE)))
            .filter(ARCHIVE::equals)
            .map(archive -> Ending.ARCHIVE)
            .orElse(Ending.DELETE);
    return new RetentionSettings(after, then);
  }

  private static Optional<Duration> after(Node node) {
    boolean isNever = node.value() instanceof JsonString text && text.getString().equals(NEVER);
    return isNever ? Optional.empty() : DurationReader.read(node, RULE);
  }
}
