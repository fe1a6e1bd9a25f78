// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.adapter.schema.NetworkntPayloadSchemas;
import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import io.flowmanager.saga.application.flow.FlowCompiler;
import io.flowmanager.saga.application.flow.FlowExaminer;
import io.flowmanager.saga.application.flow.FlowFactory;
import java.time.Clock;
import java.time.Duration;

/** What makes flows ready, for tests. */
final class TryCompilers {

  private TryCompilers() {}

  /** With the limits that a server has by default. */
  static FlowCompiler usual() {
    var scripts = new QuickJsScripts(ScriptLimits.DEFAULT, 1, Clock.systemUTC());
    return new FlowCompiler(scripts, new NetworkntPayloadSchemas(scripts, Duration.ofMillis(250)));
  }

  /** As a server makes flows, in view of its secrets. */
  static FlowFactory factory(String defaultPrefix) {
    var checks = new FlowChecks(new SecretFiles());
    return new FlowFactory(new FlowExaminer(checks::faults, TryCompilers::usual), defaultPrefix);
  }
}
