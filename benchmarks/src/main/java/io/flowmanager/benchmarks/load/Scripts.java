// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import java.util.function.Supplier;

/** Conversations by name. */
public final class Scripts {

  /** A start and four events. */
  public static final String ORDER = "order";

  private Scripts() {}

  static Supplier<Conversation> of(LoadTask task) {
    var bodies = new Bodies(task.metadataBytes());
    return switch (task.script()) {
      case ORDER -> () -> new Order(task.base(), bodies);
      default -> throw new IllegalArgumentException("There is no script " + task.script() + ".");
    };
  }
}
