// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptFailedException;
import io.flowmanager.saga.application.script.ScriptFailedException.Reason;
import io.flowmanager.saga.application.script.ScriptRun;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Scripts in Java, for tests of what happens around them. */
public final class TestScripts {

  private TestScripts() {}

  /** Answers what the function makes of the only argument. */
  public static Script answering(Function<JsonObject, JsonValue> function) {
    return () -> new Run(argument -> Optional.of(function.apply(argument)));
  }

  /** Answers {@code undefined}. */
  public static Script silent() {
    return () -> new Run(argument -> Optional.empty());
  }

  /** Fails, each time. */
  public static Script failing(Reason reason, String message) {
    return () ->
        new Run(
            argument -> {
              throw new ScriptFailedException(reason, message, Optional.empty());
            });
  }

  private record Run(Function<JsonObject, Optional<JsonValue>> function) implements ScriptRun {

    @Override
    public Optional<JsonValue> call(List<Optional<JsonValue>> arguments) {
      return function.apply(arguments.get(0).orElseThrow().asJsonObject());
    }

    @Override
    public void close() {}
  }
}
