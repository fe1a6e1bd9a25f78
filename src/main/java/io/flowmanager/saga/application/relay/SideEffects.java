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

/** Attempts each side effect once, without delaying commands. Runs on the dispatcher's thread. */
final class SideEffects {

  private static final RateLimitedLog LOG = RateLimitedLog.of(SideEffects.class);

  private final RelayDependencies dependencies;
  private final ConcurrencyLimits limits;
  private final ConcurrencyLimit hooks;
  private final Consumer<RelayEvent> events;

  /**
   * @param limits shared with the commands
   * @param hooks limits the hooks of side effects; shared with the commands
   */
  SideEffects(
      RelayDependencies dependencies,
      ConcurrencyLimits limits,
      ConcurrencyLimit hooks,
      Consumer<RelayEvent> events) {
    this.dependencies = dependencies;
    this.limits = limits;
    this.hooks = hooks;
    this.events = events;
  }

  void take(SideEffect effect) {
    Optional<CommandHook> hook = dependencies.hooks().find(effect.flow(), effect.command());
    if (hook.isPresent()) {
      hooks.enter(() -> make(effect, hook.get()));
    } else {
      enter(effect, Optional.empty());
    }
  }

  private void make(SideEffect effect, CommandHook hook) {
    try {
      dependencies
          .hooks()
          .run(hook, effect.flow(), effect.command())
          .whenComplete((body, failure) -> events.accept(hookRan(effect, body, failure)));
    } catch (RuntimeException | Error e) {
      events.accept(hookRan(effect, null, e));
    }
  }

  private HookRan hookRan(SideEffect effect, JsonObject body, Throwable failure) {
    return new HookRan(
        failure == null
            ? () -> enter(effect, Optional.of(body))
            : () -> failed(effect, new Failure(failure)));
  }

  /**
   * One attempt is promised. A side effect does not wait in a queue while the other side is
   * unreachable.
   */
  private void enter(SideEffect effect, Optional<JsonObject> body) {
    ConcurrencyLimit limit = limits.of(key(effect));
    if (limit.isFailing() && limit.isCrowded()) {
      failed(effect, new Failure(new IllegalStateException("The channel fails repeatedly.")));
    } else {
      limit.enter(() -> tryOnce(effect, body));
    }
  }

  private void tryOnce(SideEffect effect, Optional<JsonObject> body) {
    try {
      dependencies
          .channels()
          .send(key(effect), new Outgoing(effect.command(), body))
          .whenComplete((done, failure) -> events.accept(tried(effect, failure)));
    } catch (RuntimeException | Error e) {
      events.accept(tried(effect, e));
    }
  }

  private static SideEffectTried tried(SideEffect effect, Throwable failure) {
    return new SideEffectTried(effect, Optional.ofNullable(failure));
  }

  void tried(SideEffectTried tried) {
    ConcurrencyLimit limit = limits.of(key(tried.effect()));
    if (tried.failure().isPresent()) {
      limit.failed();
    } else {
      limit.wentWell();
    }
    limit.leave();
    tried.failure().ifPresent(cause -> failed(tried.effect(), new Failure(cause)));
  }

  private void failed(SideEffect effect, Failure failure) {
    Command command = effect.command();
    dependencies.telemetry().sideEffectFailed(effect.flow(), command.channel());
    LOG.log(
        limits.of(key(effect)).isFailing() ? Level.DEBUG : Level.WARNING,
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
