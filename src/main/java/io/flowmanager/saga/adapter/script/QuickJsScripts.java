// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import io.flowmanager.saga.application.script.InvalidScriptException;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.domain.flow.Hook;
import java.time.Clock;
import java.util.Optional;

/**
 * Scripts on QuickJS. The interpreter is made ready once, with the first hook; it has no threads
 * and holds nothing outside this object, so it goes when the application goes.
 */
public final class QuickJsScripts implements Scripts {

  /** Reading a module is slower than calling it, and happens once. */
  private static final int LOADING_TIMES = 20;

  private final ScriptLimits limits;
  private final Guests guests;
  private Bridge bridge;

  /**
   * @param mostIdle how many interpreters, of about one and a half megabytes each, may wait for the
   *     next run; as many as threads run scripts. One that had much to hold keeps up to four times
   *     that
   * @param clock the scripts' {@code Date}
   */
  public QuickJsScripts(ScriptLimits limits, int mostIdle, Clock clock) {
    this.limits = limits;
    this.guests = new Guests(limits.pages(), mostIdle, clock);
  }

  @Override
  public Script compile(Hook hook) {
    Bridge ready = bridge();
    Guest guest = guests.take();
    watchedLoad(hook, guest, ready);
    Snapshot loaded = guest.snapshot();
    guests.giveBack(guest);
    return new QuickJsScript(loaded, ready.call(), limits, guests);
  }

  private synchronized Bridge bridge() {
    if (bridge == null) {
      bridge = Bridge.build(guests.fresh(), guests.fresh());
    }
    return bridge;
  }

  private void watchedLoad(Hook hook, Guest guest, Bridge ready) {
    var stopwatch = new Stopwatch(limits.processorTime().multipliedBy(LOADING_TIMES).toNanos());
    try {
      guest.within(stopwatch, () -> load(hook, guest, ready));
    } catch (GuestStoppedException e) {
      throw new InvalidScriptException(hook, e.getMessage(), e.position());
    }
  }

  private static void load(Hook hook, Guest guest, Bridge ready) {
    guest.restore(ready.start());
    byte[] code = guest.compile(hook.source());
    guest.restore(ready.start());
    var conversation = new Conversation("[]");
    guest.talkIn(conversation);
    guest.evaluate(code);
    guest.evaluate(ready.adoption());
    if (!conversation.isAdopted()) {
      throw new InvalidScriptException(
          hook, "its top level awaits a promise that is never settled", Optional.empty());
    }
  }
}
