// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.domain.flow.Hook;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a JavaScript engine says of patterns. */
final class Engine {

  private static final Script TEST =
      new QuickJsScripts(new ScriptLimits(Duration.ofSeconds(20), 64), 1, Clock.systemUTC())
          .compile(
              new Hook(
                  "/engine",
                  """
                  export default (source, flags, texts) => {
                    try {
                      const pattern = new RegExp(source, flags);
                      return texts.map((text) => pattern.test(text));
                    } catch (e) {
                      return null;
                    }
                  };
                  """));

  private Engine() {}

  static boolean isValid(String pattern, String flags) {
    return call(pattern, flags, List.of()) != JsonValue.NULL;
  }

  /** Whether the pattern finds something, for each text. */
  static List<Boolean> tests(String pattern, String flags, List<String> texts) {
    JsonValue result = call(pattern, flags, texts);
    if (!(result instanceof JsonArray found)) {
      throw new AssertionError("The engine takes " + pattern + " for no pattern.");
    }
    return found.stream().map(JsonValue.TRUE::equals).toList();
  }

  private static JsonValue call(String pattern, String flags, List<String> texts) {
    try (var run = TEST.open()) {
      return run.call(
              List.of(
                  Optional.of(JsonText.values().createValue(pattern)),
                  Optional.of(JsonText.values().createValue(flags)),
                  Optional.of(JsonText.builders().createArrayBuilder(texts).build())))
          .orElseThrow();
    }
  }
}
