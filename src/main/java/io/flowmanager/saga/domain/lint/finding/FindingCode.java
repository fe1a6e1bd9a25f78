// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of finding. The name in files and answers is kebab-case and stable: {@code
 * settings.lint} of flow files refers to it. An error says that a saga of the flow goes wrong, or
 * that a part of the file cannot do what it is there for; a warning says that something looks odd.
 */
public enum FindingCode {
  FORMAT(
      Severity.ERROR, "The file breaks the format or refers to something that it does not have."),
  UNKNOWN_KEY(Severity.WARNING, "A key that the format does not know."),
  IGNORED_HEADER(Severity.WARNING, "A header that the server sets itself."),
  RELATIVE_PATH(Severity.WARNING, "A path that does not begin with a slash."),
  NO_DESCRIPTION(Severity.WARNING, "A business state or event without a description."),
  UNKNOWN_LINT_CODE(Severity.WARNING, "settings.lint ignores a code that does not exist."),
  UNUSED_EXTERNAL_EVENT(Severity.WARNING, "settings.lint names an event that no state takes."),
  UNREACHABLE_STATE(Severity.ERROR, "No events lead from the initial state to the state."),
  DEAD_END(Severity.ERROR, "A state that is not final has no outgoing transition."),
  ENDLESS_LOOP(Severity.ERROR, "States lead to each other only, and none of them is final."),
  NO_WAY_TO_FINAL(Severity.ERROR, "No events lead from the state to a final state."),
  FINAL_STATE_WITH_WAY_OUT(Severity.ERROR, "A final state has transitions."),
  FINAL_STATE_COMMAND(Severity.ERROR, "A final state sends a command whose answer no state takes."),
  DUPLICATE_EVENT(Severity.ERROR, "A state has two transitions for one event."),
  TIMEOUT_WITHOUT_TRANSITION(Severity.ERROR, "A timeout raises an event that its state ignores."),
  NO_ERROR_BRANCH(Severity.ERROR, "Nothing handles the failure of a command."),
  UNASKED_EVENT(Severity.WARNING, "A state waits for events that nothing seems to cause."),
  UNUSED_CHANNEL(Severity.ERROR, "No command leaves by the channel and no event comes in by it."),
  ANSWERS_NOT_TAKEN_IN(Severity.ERROR, "No channel takes in the answers to a channel's commands."),
  UNUSED_BUSINESS_STATE(Severity.ERROR, "No saga ever enters the business state."),
  UNUSED_BUSINESS_EVENT(Severity.WARNING, "No transition has the business event."),
  LIKELY_TYPO(Severity.WARNING, "A label that looks like a misspelling of another one.");

  private final Severity severity;
  private final String description;

  FindingCode(Severity severity, String description) {
    this.severity = severity;
    this.description = description;
  }

  /** The code with that name, such as {@code dead-end}. */
  public static Optional<FindingCode> of(String name) {
    return Arrays.stream(values()).filter(code -> code.code().equals(name)).findFirst();
  }

  /** The name in files and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }

  /** One line for people. */
  public String description() {
    return description;
  }
}
