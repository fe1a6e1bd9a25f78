// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import static io.flowmanager.saga.adapter.script.TryScripts.compile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flowmanager.saga.application.script.InvalidScriptException;
import io.flowmanager.saga.application.script.ScriptPosition;
import org.junit.jupiter.api.Test;

/** Hooks that stop a deployment. */
class ScriptFaultsTest {

  /** The parser points to the token before the one that it did not expect. */
  @Test
  void syntaxFaultHasLineAndColumnOfTheText() {
    InvalidScriptException fault =
        faultOf("const f = () => {\n  return x y;\n};\nexport default f;");

    assertThat(fault.position()).contains(new ScriptPosition(2, 10));
    assertThat(fault)
        .hasMessageStartingWith("The hook at /hook cannot run: expecting ';'")
        .hasMessageEndingWith(" (line 2, column 10 of its content).");
  }

  @Test
  void syntaxFaultInTheFirstLineIsThere() {
    assertThat(faultOf("x y").position()).contains(new ScriptPosition(1, 1));
  }

  @Test
  void unfinishedTextIsAFault() {
    assertThat(faultOf("export default () => {").position()).isPresent();
    assertThat(faultOf("/* no end").position()).isPresent();
    assertThat(faultOf("export default `no end").position()).isPresent();
  }

  @Test
  void defaultExportMustBeAFunction() {
    assertThat(faultOf("export default { payload: {} };").reason()).contains("default export");
    assertThat(faultOf("export const mapping = () => 1;").reason()).contains("default export");
    assertThat(faultOf("module.exports = () => 1;").reason()).contains("module");
    assertThat(faultOf("").reason()).contains("default export");
  }

  @Test
  void topLevelThatThrowsIsAFaultWithItsLine() {
    InvalidScriptException fault = faultOf("\n\nthrow new Error('not today');");

    assertThat(fault.reason()).isEqualTo("not today");
    assertThat(fault.position()).map(ScriptPosition::line).contains(3);
  }

  @Test
  void topLevelThatNeverEndsIsAFault() {
    assertThat(faultOf("await new Promise(() => {});\nexport default () => 1;").reason())
        .contains("await");
  }

  @Test
  void nothingCanBeImported() {
    assertThat(faultOf("import fs from 'fs';\nexport default () => 1;").reason()).contains("fs");
    assertThat(faultOf("import 'https://example.com/x.mjs';").reason()).contains("example.com");
  }

  private static InvalidScriptException faultOf(String source) {
    return assertThatExceptionOfType(InvalidScriptException.class)
        .isThrownBy(() -> compile(source))
        .actual();
  }
}
