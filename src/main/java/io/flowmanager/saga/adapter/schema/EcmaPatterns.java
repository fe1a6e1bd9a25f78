// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.adapter.schema.pattern.EcmaPattern;
import io.flowmanager.saga.adapter.schema.pattern.InvalidPatternException;
import io.flowmanager.saga.application.script.InvalidScriptException;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptFailedException;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.flow.Hook;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Patterns with the meaning that ECMA-262 gives them. Those that look neither around nor back are
 * matched in time linear in the text; the others by the JavaScript engine, within its limits.
 */
record EcmaPatterns(Scripts scripts) implements RegularExpressionFactory {

  private static final int STATES_PER_STEP = 16;

  @Override
  public RegularExpression getRegularExpression(String source) {
    EcmaPattern pattern = read(source);
    return pattern.linear().map(text -> linear(text, pattern)).orElseGet(() -> byEngine(pattern));
  }

  private static EcmaPattern read(String source) {
    try {
      return EcmaPattern.read(source);
    } catch (InvalidPatternException e) {
      throw invalid(source, e.getMessage());
    }
  }

  private static JsonSchemaException invalid(String source, String why) {
    return new JsonSchemaException(
        "the pattern \"" + source + "\" is not a regular expression of ECMA-262: " + why);
  }

  private RegularExpression linear(String text, EcmaPattern pattern) {
    long price = 1 + pattern.weight() / STATES_PER_STEP;
    return new LazyPattern(() -> machine(text, price).orElseGet(() -> byEngine(pattern)));
  }

  private static Optional<RegularExpression> machine(String text, long price) {
    try {
      Pattern compiled = Pattern.compile(text);
      return Optional.of(
          value -> {
            CheckBudget budget = CheckBudget.current();
            return compiled.matcher(new CountedText(value, budget, price)).find();
          });
    } catch (PatternSyntaxException e) {
      // Larger than RE2 accepts.
      return Optional.empty();
    }
  }

  private RegularExpression byEngine(EcmaPattern pattern) {
    String source = JsonText.write(JsonText.values().createValue(pattern.source()));
    String module =
        "const pattern = new RegExp(%s, '%s'); export default (text) => pattern.test(text);"
            .formatted(source, pattern.flags());
    try {
      Script script = scripts.compile(new Hook("/pattern", module));
      return value -> test(script, value);
    } catch (InvalidScriptException e) {
      throw invalid(pattern.source(), e.getMessage());
    }
  }

  private static boolean test(Script script, String value) {
    CheckBudget budget = CheckBudget.current();
    JsonValue text = JsonText.values().createValue(value);
    try {
      return budget
          .run(script)
          .call(List.of(Optional.of(text)))
          .filter(JsonValue.TRUE::equals)
          .isPresent();
    } catch (ScriptFailedException e) {
      if (e.reason() == ScriptFailedException.Reason.INTERRUPTED) {
        throw new StoreUnavailableException("The server is shutting down.", e);
      }
      throw budget.stopped("its pattern went beyond its limits (" + e.reason() + ")");
    }
  }
}
