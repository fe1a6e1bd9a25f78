// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.platform.log.LogText;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.application.flow.CommandHook;
import io.flowmanager.saga.application.relay.RelayEvent.HookRan;
import io.flowmanager.saga.application.relay.RelayEvent.SideEffect;
import io.flowmanager.saga.application.relay.RelayEvent.SideEffectTried;
import io.flowmanager.saga.domain.Command;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries side effects once, beside the commands and in nobody's way. Of the desk's thread. */
final class SideEffects {

  private static final RateLimitedLog LOG = RateLimitedLog.of(SideEffects.class);

  private final RelayDependencies around;
  private final ConcurrencyLimits gates;
  private final ConcurrencyLimit hooks;
  private final Consumer<RelayEvent> self;

  /**
   * @param gates shared with the commands
   * @param hooks likewise, for those that have a hook
   */
  SideEffects(
      RelayDependencies around,
      ConcurrencyLimits gates,
      ConcurrencyLimit hooks,
      Consumer<RelayEvent> self) {
    this.around = around;
    this.gates = gates;
    this.hooks = hooks;
    this.self = self;
  }

  void take(SideEffect effect) {
    Optional<CommandHook> hook = around.hooks().find(effect.flow(), effect.command());
    if (hook.isPresent()) {
      hooks.enter(() -> make(effect, hook.get()));
    } else {
      enter(effect, Optional.empty());
    }
  }

  private void make(SideEffect effect, CommandHook hook) {
    try {
      around
          .hooks()
          .run(hook, effect.flow(), effect.command())
          .whenComplete((body, failure) -> self.accept(hookRan(effect, body, failure)));
    } catch (RuntimeException | Error e) {
      self.accept(hookRan(effect, null, e));
    }
  }

  private HookRan hookRan(SideEffect effect, JsonObject body, Throwable failure) {
    return new HookRan(
        failure == null
            ? () -> enter(effect, Optional.of(body))
            : () -> failed(effect, new Failure(failure)));
  }

  /** One attempt is promised, not a place to wait for it as long as the other side is gone. */
  private void enter(SideEffect effect, Optional<JsonObject> body) {
    ConcurrencyLimit gate = gates.of(key(effect));
    if (gate.isFailing() && gate.isCrowded()) {
      failed(effect, new Failure(new IllegalStateException("The channel fails again and again.")));
    } else {
      gate.enter(() -> tryOnce(effect, body));
    }
  }

  private void tryOnce(SideEffect effect, Optional<JsonObject> body) {
    try {
      around
          .channels()
          .send(key(effect), new Outgoing(effect.command(), body))
          .whenComplete((done, failure) -> self.accept(tried(effect, failure)));
    } catch (RuntimeException | Error e) {
      self.accept(tried(effect, e));
    }
  }

  private static SideEffectTried tried(SideEffect effect, Throwable failure) {
    return new SideEffectTried(effect, Optional.ofNullable(failure));
  }

  void tried(SideEffectTried tried) {
    ConcurrencyLimit gate = gates.of(key(tried.effect()));
    if (tried.failure().isPresent()) {
      gate.failed();
    } else {
      gate.wentWell();
    }
    gate.leave();
    tried.failure().ifPresent(cause -> failed(tried.effect(), new Failure(cause)));
  }

  private void failed(SideEffect effect, Failure failure) {
    Command command = effect.command();
    around.telemetry().sideEffectFailed(effect.flow(), command.channel());
    LOG.log(
        gates.of(key(effect)).isFailing() ? Level.DEBUG : Level.WARNING,
        "failed",
        () ->
            "Side effect failed and is not repeated: saga="
                + (command.id().saga() + " flow=" + effect.flow())
                + (" channel=" + command.channel() + " command=" + LogText.of(command.label()))
                + (" reason=" + LogText.of(failure.reason())));
  }

  private static Channels.Key key(SideEffect effect) {
    return new Channels.Key(effect.flow(), effect.command().channel());
  }
}
