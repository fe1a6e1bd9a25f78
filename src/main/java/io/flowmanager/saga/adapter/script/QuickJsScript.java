// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptRun;
import java.time.Duration;

/**
 * @param loaded the state of a guest that has evaluated the hook
 * @param call bytecode that calls it
 */
record QuickJsScript(Snapshot loaded, byte[] call, ScriptLimits limits, Guests guests)
    implements Script {

  @Override
  public ScriptRun open() {
    return open(limits.processorTime());
  }

  @Override
  public ScriptRun open(Duration atMost) {
    Duration usual = limits.processorTime();
    Guest guest = guests.take();
    guest.restore(loaded);
    return new QuickJsRun(guest, this, atMost.compareTo(usual) < 0 ? atMost : usual);
  }
}
