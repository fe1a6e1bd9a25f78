// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.document.Members;
import java.time.Duration;

/** Reads the {@code timeout} of a state. */
final class TimeoutReader {

  private static final String RULE = "must be " + DurationReader.RULE + ", such as PT30M";

  MachineDefinition.Timeout read(Members members) {
    Duration after =
        members
            .need("after")
            .flatMap(node -> DurationReader.read(node, RULE))
            .orElse(Duration.ZERO);
    return new MachineDefinition.Timeout(after, members.label("event"));
  }
}
