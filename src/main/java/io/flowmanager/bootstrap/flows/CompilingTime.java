// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.concurrent.ProcessorTime;
import io.flowmanager.saga.application.script.InvalidScriptException;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.domain.flow.Hook;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Compiles scripts for one thread until they have taken a time all together; the rest is refused.
 * Each alone has its limits, but a flow file may have thousands.
 */
final class CompilingTime {

  private final Scripts scripts;
  private final Duration limit;
  private final LongSupplier clock = ProcessorTime.ofThisThread();
  private long spent;

  CompilingTime(Scripts scripts, Duration limit) {
    this.scripts = scripts;
    this.limit = limit;
  }

  /** As the scripts do it. */
  Script compile(Hook hook) {
    if (spent > limit.toNanos()) {
      throw new InvalidScriptException(
          hook,
          "it was not checked, because those before it took more than "
              + limit.toSeconds()
              + " s of processor time",
          Optional.empty());
    }
    long before = clock.getAsLong();
    try {
      return scripts.compile(hook);
    } finally {
      spent += clock.getAsLong() - before;
    }
  }
}
