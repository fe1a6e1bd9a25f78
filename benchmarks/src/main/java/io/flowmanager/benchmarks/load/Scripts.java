// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.util.List;

/** Conversations by name. */
public final class Scripts {

  /** A start and four events. */
  public static final String ORDER = "order";

  /** A start alone. */
  public static final String START = "start";

  /** An order with a read after each of its writes. */
  public static final String MIXED = "mixed";

  /**
   * Events on sagas that are there: {@code touch:old} for those whose ids begin with {@code old-}.
   */
  public static final String TOUCH = "touch:";

  /** How many sagas are touched in turn. */
  public static final int TOUCHED_SAGAS = 64;

  /** How many events one of them gets in a conversation. */
  public static final int TOUCHES = 10;

  private Scripts() {}

  static Script of(LoadTask task) {
    var bodies = new Bodies(task.metadataBytes());
    List<String> bases = task.bases();
    return number -> {
      var endpoints = new Endpoints(bases.get((int) (number % bases.size())), bodies);
      return conversation(task.script(), endpoints, number);
    };
  }

  private static Conversation conversation(String script, Endpoints endpoints, long number) {
    if (script.startsWith(TOUCH)) {
      return new Touches(endpoints, script.substring(TOUCH.length()), number);
    }
    return switch (script) {
      case ORDER -> new Order(endpoints, Order.EVENTS.size());
      case START -> new Order(endpoints, 0);
      case MIXED -> new OrderWithReads(new Order(endpoints, Order.EVENTS.size()), endpoints);
      default -> throw new IllegalArgumentException("There is no script " + script + ".");
    };
  }
}
