// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.domain.flow.Hook;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The real lodash, as npm has it, with a customizer. */
final class Lodash {

  private static final String FILE = "/META-INF/resources/webjars/lodash/4.17.21/lodash.min.js";
  private static final QuickJsScripts SCRIPTS =
      new QuickJsScripts(new ScriptLimits(Duration.ofSeconds(20), 64), 2, Clock.systemUTC());

  private final Script script;

  Lodash(String customizer) {
    script =
        SCRIPTS.compile(
            new Hook(
                "/lodash",
                "const module = { exports: {} }, exports = module.exports;\n"
                    + library()
                    + "\nconst customizer = "
                    + customizer
                    + """
                    ;
                    export default (object, source) => {
                      try {
                        return { merged: module.exports.mergeWith(object, source, customizer) };
                      } catch {
                        return {};
                      }
                    };
                    """));
  }

  /** Empty when lodash, or the customizer, throws. */
  Optional<JsonObject> merge(JsonObject object, JsonObject source) {
    try (var run = script.open()) {
      return run.call(List.of(Optional.of(object), Optional.of(source)))
          .map(result -> result.asJsonObject().getJsonObject("merged"));
    }
  }

  private static String library() {
    try (var file = Lodash.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
