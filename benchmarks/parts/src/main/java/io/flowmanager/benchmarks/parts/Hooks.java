// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.domain.flow.Hook;
import java.time.Clock;
import java.time.Duration;

/** Scripts on an interpreter of their own. */
final class Hooks {

  /** A cold start on a busy machine is no failure here. */
  private static final ScriptLimits AMPLE = new ScriptLimits(Duration.ofMinutes(1), 64);

  private Hooks() {}

  static Script compile(String source) {
    var scripts = new QuickJsScripts(AMPLE, 1, Clock.systemUTC());
    return scripts.compile(new Hook("/hook", source));
  }
}
