// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.saga.adapter.schema.NetworkntPayloadSchemas;
import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import java.time.Clock;
import java.time.Duration;

/** Compilers of flows for tests. */
final class TryCompilers {

  private TryCompilers() {}

  /** With the limits that a server has by default. */
  static FlowCompiler usual() {
    var scripts = new QuickJsScripts(ScriptLimits.DEFAULT, 1, Clock.systemUTC());
    return new FlowCompiler(scripts, new NetworkntPayloadSchemas(scripts, Duration.ofMillis(250)));
  }
}
