// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.adapter.schema.NetworkntPayloadSchemas;
import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import io.flowmanager.saga.application.flow.FlowCompiler;
import io.flowmanager.saga.application.flow.FlowExaminer;
import io.flowmanager.saga.application.script.Scripts;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Examiners of flows that are only looked at, for the linter. */
public final class FlowExaminers {

  private static final Duration OF_ONE_CHECK = Duration.ofMillis(250);
  private static final Duration OF_ALL_HOOKS = Duration.ofSeconds(10);

  private FlowExaminers() {}

  /** For files of users who may read the files of this process. */
  public static FlowExaminer readingSecrets() {
    return new FlowExaminer(new FlowChecks(new SecretFiles())::faults, trial(usualScripts()));
  }

  /** For untrusted files: the files that they name are not opened. */
  public static FlowExaminer withoutSecrets() {
    return new FlowExaminer(FlowChecks.withoutSecrets()::faults, trial(usualScripts()));
  }

  private static Scripts usualScripts() {
    return new QuickJsScripts(ScriptLimits.DEFAULT, 1, Clock.systemUTC());
  }

  private static Supplier<FlowCompiler> trial(Scripts scripts) {
    return () -> {
      Scripts bounded = new CompilingTime(scripts, OF_ALL_HOOKS)::compile;
      return new FlowCompiler(bounded, new NetworkntPayloadSchemas(bounded, OF_ONE_CHECK));
    };
  }
}
