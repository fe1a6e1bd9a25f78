// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import java.util.Optional;

/** What the host and a guest tell each other during one call. */
final class Conversation {

  /** The guest must be given some text, also when there is nothing to say. */
  private static final String HEARD = "heard";

  private final String arguments;
  private boolean adopted;
  private boolean promised;
  private String result;

  Conversation(String arguments) {
    this.arguments = arguments;
  }

  /** The guest's one way out. */
  String hear(String word, String text) {
    switch (word) {
      case "arguments" -> {
        return arguments;
      }
      case "adopted" -> adopted = true;
      case "promise" -> promised = true;
      case "result" -> result = text;
      default -> throw new IllegalArgumentException("The guest sent an unknown message.");
    }
    return HEARD;
  }

  /** Whether the bridge has a function to call. */
  boolean isAdopted() {
    return adopted;
  }

  /** Whether the function returned a promise instead of a result. */
  boolean isPromised() {
    return promised;
  }

  /** JSON text, or the word {@code undefined}. */
  Optional<String> result() {
    return Optional.ofNullable(result);
  }
}
