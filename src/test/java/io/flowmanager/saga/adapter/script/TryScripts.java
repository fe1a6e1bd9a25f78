// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.domain.flow.Hook;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Scripts in one line, all on one interpreter, since making it ready takes most of a second. */
final class TryScripts {

  static final Scripts SCRIPTS = new QuickJsScripts(ScriptLimits.DEFAULT, 2, Clock.systemUTC());

  private TryScripts() {}

  static Script compile(String source) {
    return SCRIPTS.compile(new Hook("/hook", source));
  }

  /** The JSON text of what the default export returns, or the word undefined. */
  static String call(String source, String... arguments) {
    return call(compile(source), arguments);
  }

  static String call(Script script, String... arguments) {
    try (var run = script.open()) {
      return run.call(values(arguments)).map(JsonText::write).orElse("undefined");
    }
  }

  /** The value of an expression. */
  static String eval(String expression) {
    return call("export default () => (" + expression + ");");
  }

  static List<Optional<JsonValue>> values(String... texts) {
    return Arrays.stream(texts)
        .map(text -> text.equals("undefined") ? null : JsonText.parse(text))
        .map(Optional::ofNullable)
        .toList();
  }
}
