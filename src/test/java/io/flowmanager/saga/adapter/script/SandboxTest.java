// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import static io.flowmanager.saga.adapter.script.TryScripts.call;
import static io.flowmanager.saga.adapter.script.TryScripts.compile;
import static io.flowmanager.saga.adapter.script.TryScripts.eval;
import static io.flowmanager.saga.adapter.script.TryScripts.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.script.Script;
import jakarta.json.JsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hook cannot reach, and what it cannot leave behind. */
class SandboxTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "require",
        "process",
        "module",
        "fetch",
        "XMLHttpRequest",
        "WebSocket",
        "setTimeout",
        "setInterval",
        "setImmediate",
        "Java",
        "Packages",
        "java",
        "load",
        "print",
        "std",
        "os",
        "Javy",
        "plugin",
        "java_invoke",
        "importScripts",
        "Worker",
        "performance",
        "navigator"
      })
  void hostObjectIsUnknown(String name) {
    assertThat(eval("typeof " + name)).isEqualTo("\"undefined\"");
    assertThat(eval("'" + name + "' in globalThis")).isEqualTo("false");
  }

  @Test
  void globalObjectHasTheLanguageAndNothingElse() {
    String names =
        eval("Object.getOwnPropertyNames(globalThis).filter((name) => /^[a-z]/.test(name)).sort()");

    assertThat(JsonText.parse(names).asJsonArray().getValuesAs(JsonString::getString))
        .containsExactlyInAnyOrder(
            "console",
            "decodeURI",
            "decodeURIComponent",
            "encodeURI",
            "encodeURIComponent",
            "escape",
            "eval",
            "globalThis",
            "isFinite",
            "isNaN",
            "parseFloat",
            "parseInt",
            "queueMicrotask",
            "undefined",
            "unescape");
    assertThat(eval("Object.getOwnPropertySymbols(globalThis).map(String)"))
        .isEqualTo("[\"Symbol(Symbol.toStringTag)\"]");
  }

  @Test
  void functionConstructorAndEvalSeeTheSameWorld() {
    assertThat(eval("new Function('return typeof java_invoke + typeof Javy')()"))
        .isEqualTo("\"undefinedundefined\"");
    assertThat(eval("(0, eval)('this === globalThis')")).isEqualTo("true");
  }

  @Test
  void consoleIsThereAndSilent() {
    assertThat(eval("console.log('x'.repeat(1e6)) ?? console.error({}) ?? 'silent'"))
        .isEqualTo("\"silent\"");
  }

  @Test
  void importingTheBridgeGivesNothingThatTheHookDoesNotHave() {
    String hook =
        """
        import * as bridge from "bridge00.mjs";
        export default () => Object.keys(bridge).sort();
        """;

    assertThat(call(hook)).isEqualTo("[\"adopt\",\"call\"]");
  }

  @Test
  void dynamicImportFindsNothing() {
    String hook =
        """
        let answer = "pending";
        export default () => {
          import("fs").then(() => { answer = "found"; }, () => { answer = "refused"; });
          return answer;
        };
        """;
    try (var run = compile(hook).open()) {
      run.call(values());

      assertThat(run.call(values()).map(JsonText::write)).contains("\"refused\"");
    }
  }

  @Test
  void callsOfOneRunShareTheirState() {
    try (var run = counter().open()) {
      run.call(values());

      assertThat(run.call(values()).map(JsonText::write)).contains("2");
    }
  }

  @Test
  void nothingIsLeftForTheNextRun() {
    Script counter = counter();

    assertThat(call(counter)).isEqualTo("1");
    assertThat(call(counter)).isEqualTo("1");
  }

  @Test
  void changesOfTheWorldDoNotReachTheNextRunOrAnotherHook() {
    String vandal =
        """
        export default () => {
          const was = [typeof globalThis.leak, {}.polluted, JSON.stringify === undefined];
          globalThis.leak = 1;
          Object.prototype.polluted = true;
          Array.prototype.map = () => "gone";
          return was;
        };
        """;
    Script script = compile(vandal);

    assertThat(call(script)).isEqualTo("[\"undefined\",null,false]");
    assertThat(call(script)).isEqualTo("[\"undefined\",null,false]");
    assertThat(eval("[typeof leak, {}.polluted, [1].map(x => x)]"))
        .isEqualTo("[\"undefined\",null,[1]]");
  }

  @Test
  void hookThatBreaksTheLanguageStillAnswers() {
    String breaker =
        """
        export default (x) => {
          JSON.stringify = JSON.parse = Reflect.apply = () => { throw new Error("broken"); };
          globalThis.Promise = null;
          return x + 1;
        };
        """;
    try (var run = compile(breaker).open()) {
      assertThat(run.call(values("1")).map(JsonText::write)).contains("2");
      assertThat(run.call(values("2")).map(JsonText::write)).contains("3");
    }
  }

  private static Script counter() {
    return compile("let count = 0;\nexport default () => ++count;");
  }
}
