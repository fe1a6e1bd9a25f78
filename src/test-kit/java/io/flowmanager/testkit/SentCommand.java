// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A command that left by its channel.
 *
 * @param id what participants get as {@code X-Command-Id}
 * @param isSideEffect whether it is one of a state's side effects
 * @param payload what the command's hook made, or the saga's metadata where it has no hook
 * @param at when it left
 */
public record SentCommand(
    String id, String channel, String label, boolean isSideEffect, JsonObject payload, Instant at) {

  /**
   * Asserts what stands at a place of the payload.
   *
   * @param pointer JSON pointer, as {@code /order/id}
   * @param value a text, a number, a boolean, {@code null}, or a {@link jakarta.json.JsonValue}
   * @return this command
   */
  public SentCommand hasPayload(String pointer, Object value) {
    new JsonAssertion("The payload of the command " + this, payload).has(pointer, value);
    return this;
  }

  /**
   * Asserts that the payload is that JSON object, and nothing more.
   *
   * @return this command
   */
  public SentCommand hasPayload(String json) {
    new JsonAssertion("The payload of the command " + this, payload).is(json);
    return this;
  }

  @Override
  public String toString() {
    return label + " to " + channel + (isSideEffect ? " (side effect)" : "");
  }
}
