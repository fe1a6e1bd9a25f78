// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stable id of a command: the saga, the number of the transition that sent it, and its part in
 * that transition. A repeat of the command has the same id, so that participants can drop it.
 *
 * @param part 0 for the output command, 1 and up for the side effects in the order of the file
 */
public record CommandId(SagaId saga, long sequence, int part) {

  private static final Pattern OUTPUT_COMMAND = Pattern.compile("(.+)\\.(0|[1-9][0-9]{0,17})");

  /** The output command with that id; empty when the text cannot be the id of a command. */
  public static Optional<CommandId> find(String text) {
    Matcher parts = OUTPUT_COMMAND.matcher(text);
    return parts.matches()
        ? SagaId.find(parts.group(1))
            .map(saga -> new CommandId(saga, Long.parseLong(parts.group(2)), 0))
        : Optional.empty();
  }

  @Override
  public String toString() {
    String main = saga + "." + sequence;
    return part == 0 ? main : main + "." + part;
  }
}
