// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.finding;

import io.flowmanager.saga.domain.flow.FlowFault;
import java.util.List;

/**
 * A finding of the linter in a flow file.
 *
 * @param pointer JSON pointer (RFC 6901) of the place, empty for the whole document
 * @param message what is wrong and how to correct it; never a secret
 * @param path the counter-example: labels of the events that lead a new saga to the fault by one of
 *     the shortest ways; empty when the fault is at the very beginning, concerns no state, or
 *     cannot be reached
 */
public record Finding(FindingCode code, String pointer, String message, List<String> path) {

  private static final int SHOWN_EVENTS = 50;

  public Finding {
    path = List.copyOf(path);
  }

  /** A format error as a finding. */
  public static Finding of(FlowFault fault) {
    return new Finding(FindingCode.FORMAT, fault.pointer(), fault.message(), List.of());
  }

  public Severity severity() {
    return code.severity();
  }

  /** The path as people read it, in one line; of a very long one the first events only. */
  public String events() {
    return Words.list(path, SHOWN_EVENTS);
  }

  /** One line for a log. */
  @Override
  public String toString() {
    String place = pointer.isEmpty() ? "(document)" : pointer;
    String events = path.isEmpty() ? "" : " Events that lead there: " + events() + ".";
    return code.code() + " at " + place + ": " + message + events;
  }
}
