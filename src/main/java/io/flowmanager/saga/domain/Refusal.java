// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import java.util.List;

/**
 * The reason why an event was refused. The saga is not changed, and the sender gets the reason.
 *
 * @param detail one sentence for the sender
 * @param violations the faults of the payload, at most {@link #MOST_VIOLATIONS}; empty for other
 *     kinds
 */
public record Refusal(Kind kind, String detail, List<Violation> violations) {

  /** How many faults of a payload are reported to the sender. */
  public static final int MOST_VIOLATIONS = 100;

  public Refusal {
    violations = List.copyOf(violations.subList(0, Math.min(MOST_VIOLATIONS, violations.size())));
  }

  /** The kind of refusal; it decides what the sender can do. */
  public enum Kind {
    /** The current state has no transition for the event and the flow wants that to be an error. */
    UNEXPECTED_EVENT,
    /** The payload is not an object, or breaks the transition's schema. */
    INVALID_PAYLOAD,
    /**
     * The payload could not be merged into the metadata; a hook of the flow failed, or its rule.
     */
    MERGE_FAILED,
    /** The saga is in a state that the flow as it is loaded now does not have. */
    UNKNOWN_STATE;

    /** Whether the flow is at fault: when it is corrected, the same event may be accepted. */
    public boolean mayPass() {
      return this == MERGE_FAILED || this == UNKNOWN_STATE;
    }
  }

  /**
   * One fault of a payload.
   *
   * @param pointer JSON pointer into the payload
   */
  public record Violation(String pointer, String message) {}
}
