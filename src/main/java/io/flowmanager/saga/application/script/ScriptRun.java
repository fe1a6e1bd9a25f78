// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Some calls of one script that share state and one budget of processor time and memory. What the
 * caller computes between the calls counts too. All of it happens on one thread. A caller never
 * waits longer than the script computes, and a script that has spent the budget is stopped wherever
 * it is.
 */
public interface ScriptRun extends AutoCloseable {

  /**
   * Calls the default export. JavaScript's {@code undefined} is an empty {@code Optional}, both as
   * an argument and as the result; so is a result that JSON has no word for, such as a function.
   * Values go in and out as copies, and numbers as JavaScript's doubles.
   *
   * @throws ScriptFailedException when the script does not answer; the run is over then, and
   *     further calls fail too
   */
  Optional<JsonValue> call(List<Optional<JsonValue>> arguments);

  /** Throws the run's whole state away. */
  @Override
  void close();
}
