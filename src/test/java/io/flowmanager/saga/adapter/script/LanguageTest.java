// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import static io.flowmanager.saga.adapter.script.TryScripts.call;
import static io.flowmanager.saga.adapter.script.TryScripts.eval;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.flow.Hook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of JavaScript a hook may use: all of ES2020. */
class LanguageTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ({ ...{ a: 1, b: 2 }, b: 3 })                                    | {"a":1,"b":3}
          (({ a, ...rest }) => rest)({ a: 1, b: 2, c: 3 })                 | {"b":2,"c":3}
          ((first, ...others) => others)(1, 2, 3)                          | [2,3]
          Math.max(...[1, 5, 3])                                           | 5
          ({ a: null }).a?.b?.[0]?.()                                      | undefined
          null ?? 'fallback'                                               | "fallback"
          0 ?? 'fallback'                                                  | 0
          new (class A { #x = 1; static y = 2; get z() { return this.#x + A.y; } })().z | 3
          [...(function* () { yield 1; yield* [2, 3]; })()]                | [1,2,3]
          ((a, b = a + 1) => `${a}-${b}`)(1)                               | "1-2"
          (([a, [b = 2] = []]) => a + b)([1])                              | 3
          [...new Map([['k', 1]]).entries()]                               | [["k",1]]
          [...new Set([1, 1, 2])]                                          | [1,2]
          /(?<year>\\d{4})-(?<month>\\d\\d)/u.exec('2026-11').groups.month | "11"
          '2026'.replace(/(?<=20)\\d+/s, 'x')                              | "20x"
          (2n ** 64n).toString()                                           | "18446744073709551616"
          [1, [2, [3]]].flat(Infinity)                                     | [1,2,3]
          [1, 2].flatMap(x => [x, x * 2])                                  | [1,2,2,4]
          Object.fromEntries(Object.entries({ a: 1 }).map(([k, v]) => [v, k])) | {"1":"a"}
          [...'aXbX'.matchAll(/X/g)].length                                | 2
          'abc'.padStart(5, '*').trimEnd()                                 | "**abc"
          [3, 1, 2].sort((a, b) => a - b)                                  | [1,2,3]
          typeof globalThis                                                | "object"
          new Date(0).toISOString()                                        | "1970-01-01T00:00:00.000Z"
          new Proxy({}, { get: (_, name) => name }).anything               | "anything"
          (() => { label: for (;;) { for (;;) break label; } return 1; })() | 1
          (() => { try { throw new Error('x'); } catch { return 'caught'; } })() | "caught"
          [1, 2, 3].includes(2) && 'é'.normalize('NFD').length === 2       | true
          """)
  void es2020IsUnderstood(String expression, String result) {
    assertThat(eval(expression)).isEqualTo(result);
  }

  @Test
  void argumentsComeInAndTheResultGoesOut() {
    String mapping =
        """
        const mapping = ({ saga: { metadata, ...rest }, messageLabel }) =>
          ({ payload: { id: metadata?.id ?? "none", messageLabel, ...rest } });
        export default mapping;
        """;

    String result =
        call(
            mapping,
            "{\"saga\":{\"metadata\":{\"id\":5},\"isFinal\":false},\"messageLabel\":\"m\"}");

    assertThat(result)
        .isEqualTo("{\"payload\":{\"id\":5,\"messageLabel\":\"m\",\"isFinal\":false}}");
  }

  @Test
  void undefinedIsNoValueAndNullIsOne() {
    String types =
        "export default (...all) => all.map((one) => one === null ? 'null' : typeof one);";

    assertThat(call(types, "undefined", "null", "1", "undefined"))
        .isEqualTo("[\"undefined\",\"null\",\"number\",\"undefined\"]");
    assertThat(eval("undefined")).isEqualTo("undefined");
    assertThat(eval("null")).isEqualTo("null");
    assertThat(eval("'undefined'")).isEqualTo("\"undefined\"");
    assertThat(eval("() => 1")).isEqualTo("undefined");
  }

  @ParameterizedTest(name = "{0} comes back as {1}")
  @CsvSource({
    "0, 0",
    "-1.5, -1.5",
    "0.1, 0.1",
    "9007199254740991, 9007199254740991",
    "9007199254740993, 9007199254740992",
    "12345678901234567890, 12345678901234567000",
    "1e21, 1E+21",
    "1.0, 1",
    "1e400, null",
    "-0, 0",
  })
  void numbersGoThroughAsDoubles(String in, String out) {
    assertThat(call("export default (x) => x;", in)).isEqualTo(out);
  }

  @Test
  void stringsGoThroughAsTheyAre() {
    String text = "\"\\u0000 \\\" \\\\ é € \uD83D\uDE80 \\u2028\"";

    assertThat(call("export default (x) => [x.length, x];", text))
        .isEqualTo("[14," + JsonText.write(JsonText.parse(text)) + "]");
  }

  @Test
  void namesThatObjectsInheritAreKeysLikeOthers() {
    String keys = "{\"__proto__\":{\"a\":1},\"constructor\":2,\"toString\":null}";

    assertThat(call("export default (x) => x;", keys)).isEqualTo(keys);
  }

  @Test
  void declaredFunctionAndClassMethodCanBeTheDefaultExport() {
    assertThat(call("export default function (a) { return a + 1; }", "1")).isEqualTo("2");
    assertThat(call("function f() { return 1; }\nexport { f as default };")).isEqualTo("1");
    assertThat(call("export default function* () { }")).isEqualTo("{}");
  }

  @Test
  void topLevelMayAwait() {
    assertThat(call("const one = await Promise.resolve(1);\nexport default () => one;"))
        .isEqualTo("1");
  }

  @Test
  void randomNumbersDifferFromRunToRun() {
    var script = TryScripts.compile("export default () => Math.random();");

    for (int i = 0; i < 50; i++) {
      assertThat(call(script)).isNotEqualTo(call(script));
    }
  }

  @Test
  void dateFollowsTheClockThatTheHostGives() {
    var clock = Clock.fixed(Instant.ofEpochMilli(1_700_000_000_123L), ZoneOffset.UTC);
    var scripts = new QuickJsScripts(ScriptLimits.DEFAULT, 1, clock);

    var script = scripts.compile(new Hook("/hook", "export default () => new Date();"));

    assertThat(call(script)).isEqualTo("\"2023-11-14T22:13:20.123Z\"");
  }
}
