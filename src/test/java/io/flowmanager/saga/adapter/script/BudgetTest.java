// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import static io.flowmanager.saga.adapter.script.TryScripts.call;
import static io.flowmanager.saga.adapter.script.TryScripts.compile;
import static io.flowmanager.saga.adapter.script.TryScripts.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.script.InvalidScriptException;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptFailedException;
import io.flowmanager.saga.application.script.ScriptFailedException.Reason;
import io.flowmanager.saga.application.script.ScriptPosition;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.domain.flow.Hook;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to scripts that take too much, and to those that give nothing usable. */
@Timeout(60)
class BudgetTest {

  /** With so much time that only memory can run out. */
  private static final Scripts PATIENT =
      new QuickJsScripts(new ScriptLimits(Duration.ofSeconds(30), 8), 1, Clock.systemUTC());

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "for (;;) {}",
        "/^(a+)+$/.test('a'.repeat(40) + 'b')",
        "let a = 3n; for (;;) a *= a % 1000003n",
        "const a = new Uint8Array(8e6); for (;;) a.copyWithin(0, 1)",
        "const a = new Uint8Array(8e6); for (;;) a.fill(1)",
        "Promise.resolve().then(() => { for (;;) {} })",
        "const again = () => { queueMicrotask(again); }; again()",
        "return { toJSON() { for (;;) {} } }",
        "const a = Array(1e6).fill(1); for (;;) a.sort(() => 0)",
      })
  void endlessWorkIsStopped(String body) {
    ScriptFailedException failure = failureOf("export default () => { " + body + "; };");

    assertThat(failure.reason()).isIn(Reason.TIMED_OUT, Reason.OUT_OF_MEMORY);
  }

  @Test
  void endlessLoopIsStoppedSoonAndSaysWhy() {
    Script script = compile("export default () => { for (;;) {} };");
    long before = System.nanoTime();

    ScriptFailedException failure = failureOf(script);

    assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
    assertThat(failure).hasMessage("The script failed: it has used up its processor time.");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void callsOfARunShareItsTime() {
    String busy = "export default () => { for (let i = 0; i < 3000; i++) {} };";
    try (var run = compile(busy).open()) {
      assertThatExceptionOfType(ScriptFailedException.class)
          .isThrownBy(
              () -> {
                for (int i = 0; i < 100_000; i++) {
                  run.call(values());
                }
              })
          .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "const all = []; for (;;) all.push(new Uint8Array(1e6))",
        "return 'x'.repeat(2 ** 27)",
        "return new ArrayBuffer(2 ** 30)",
      })
  void greedIsStopped(String body) {
    Script script = PATIENT.compile(new Hook("/hook", "export default () => { " + body + "; };"));

    assertThat(failureOf(script).reason()).isEqualTo(Reason.OUT_OF_MEMORY);
  }

  @Test
  void endlessRecursionIsStopped() {
    assertThat(failureOf("const f = () => f() + 1;\nexport default f;").reason())
        .isEqualTo(Reason.STACK_EXHAUSTED);
  }

  @Test
  void recursionOfAThousandCallsIsNone() {
    String sum = "const f = (n) => n ? n + f(n - 1) : 0;\nexport default () => f(1000);";

    assertThat(call(sum)).isEqualTo("500500");
  }

  @Test
  void whatTheScriptThrowsIsReportedWithItsLine() {
    ScriptFailedException failure =
        failureOf("export default () => {\n  throw new TypeError('no price\\n  at all');\n};");

    assertThat(failure.reason()).isEqualTo(Reason.THREW);
    assertThat(failure.position()).map(ScriptPosition::line).contains(2);
    assertThat(failure).hasMessageStartingWith("The script failed: no price\n  at all (line 2,");
  }

  @Test
  void anythingCanBeThrown() {
    assertThat(failureOf("export default () => { throw null; };").reason()).isEqualTo(Reason.THREW);
    assertThat(failureOf("export default () => { throw 'text'; };")).hasMessageContaining("text");
    assertThat(failureOf("export default () => 1n;")).hasMessageContaining("BigInt");
    assertThat(failureOf("export default () => { const a = {}; return a.a = a; };").reason())
        .isEqualTo(Reason.THREW);
  }

  @Test
  void promiseIsNoResult() {
    ScriptFailedException failure = failureOf("export default async () => ({ payload: {} });");

    assertThat(failure.reason()).isEqualTo(Reason.UNUSABLE_RESULT);
    assertThat(failure).hasMessageContaining("promise").hasMessageContaining("not async");
  }

  @Test
  void resultThatCannotBeStoredIsRefused() {
    assertThat(failureOf("export default () => '\\ud800';").reason())
        .isEqualTo(Reason.UNUSABLE_RESULT);
    assertThat(
            failureOf(
                    "export default () => { let a = []; for (let i = 0; i < 600; i++) a = [a]; return a; };")
                .reason())
        .isEqualTo(Reason.UNUSABLE_RESULT);
  }

  @Test
  void runIsOverAfterAFailure() {
    try (var run = compile("export default (x) => { if (x) throw x; return 1; };").open()) {
      assertThatExceptionOfType(ScriptFailedException.class)
          .isThrownBy(() -> run.call(values("true")));
      assertThatExceptionOfType(ScriptFailedException.class)
          .isThrownBy(() -> run.call(values("false")))
          .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.OVER));
    }
  }

  @Test
  void interruptFromBeforeNeitherStopsTheScriptNorGetsLost() {
    Script script = compile("export default () => 1;");
    Thread.currentThread().interrupt();

    String result = call(script);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isEqualTo("1");
  }

  @Test
  void loadingHasABoundToo() {
    var scripts =
        new QuickJsScripts(new ScriptLimits(Duration.ofMillis(10), 4), 1, Clock.systemUTC());

    assertThatExceptionOfType(InvalidScriptException.class)
        .isThrownBy(() -> scripts.compile(new Hook("/hook", "for (;;) {}")))
        .withMessageContaining("processor time");
  }

  @Test
  void guestServesOthersAfterAFailure() {
    failureOf("const all = []; export default () => { for (;;) all.push(new Uint8Array(1e6)); };");

    assertThat(call("export default (x) => x;", "{\"a\":[1]}")).isEqualTo("{\"a\":[1]}");
  }

  private static ScriptFailedException failureOf(String source) {
    return failureOf(compile(source));
  }

  private static ScriptFailedException failureOf(Script script) {
    try (var run = script.open()) {
      return assertThatExceptionOfType(ScriptFailedException.class)
          .isThrownBy(() -> run.call(values()).map(JsonText::write))
          .actual();
    }
  }
}
