// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.script;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Calls of one script that share state and one limit of processor time and memory. The processor
 * time of the caller between the calls counts too. All calls must be made on one thread. A script
 * that exceeds its limit is stopped, at any point.
 */
public interface ScriptRun extends AutoCloseable {

  /**
   * Calls the default export. JavaScript's {@code undefined} is an empty {@code Optional}, both as
   * an argument and as the result; so is a result that JSON cannot express, such as a function.
   * Values are copied in and out; numbers are converted to JavaScript's doubles.
   *
   * @throws ScriptFailedException if the script fails. The run is over then, and further calls fail
   *     too
   */
  Optional<JsonValue> call(List<Optional<JsonValue>> arguments);

  /** Discards the state of the run. */
  @Override
  void close();
}
