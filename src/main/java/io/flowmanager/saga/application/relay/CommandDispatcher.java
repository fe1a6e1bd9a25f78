// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.platform.concurrent.Backoff;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.application.flow.CommandHook;
import io.flowmanager.saga.application.flow.HookFailedException;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.outbox.OutboxUpdate;
import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Decides which command is sent when. All calls run on the one thread of its queue. An event that
 * cannot be handled is logged and does not affect the others: code that may throw runs last.
 */
public final class CommandDispatcher {

  private static final Logger LOG = System.getLogger(CommandDispatcher.class.getName());
  private static final int CLAIM_LIMIT = 500;

  private final RelayDependencies dependencies;
  private final Consumer<OutboxUpdate> outbox;
  private final Consumer<RelayEvent> events;
  private final Backoff backoff;
  private final SagaQueues queues;
  private final LeasedCommands leases;
  private final ConcurrencyLimits limits;
  private final ConcurrencyLimit hooks;
  private final SideEffects sideEffects;
  private final RelayReports reports;
  private Optional<CompletableFuture<Void>> drained = Optional.empty();

  /**
   * @param outbox writes to the outbox, asynchronously
   * @param events adds an event to the queue that this dispatcher handles
   */
  public CommandDispatcher(
      RelayDependencies dependencies, Consumer<OutboxUpdate> outbox, Consumer<RelayEvent> events) {
    this.dependencies = dependencies;
    this.outbox = outbox;
    this.events = events;
    DeliverySettings settings = dependencies.settings();
    this.backoff = new Backoff(settings.firstRetry(), settings.maxRetry(), dependencies.random());
    this.queues = new SagaQueues(settings.capacity());
    this.leases = new LeasedCommands(queues, outbox, dependencies.clock(), settings.sendTimeout());
    this.limits = new ConcurrencyLimits(settings.maxInFlight());
    this.hooks = new ConcurrencyLimit(dependencies.hooks().atOnce());
    this.reports = new RelayReports(dependencies.telemetry());
    this.sideEffects = new SideEffects(dependencies, limits, hooks, events);
  }

  public void handle(List<RelayEvent> batch) {
    for (RelayEvent event : batch) {
      try {
        handle(event);
      } catch (RuntimeException | Error e) {
        LOG.log(Level.ERROR, "The relay could not handle " + event.getClass().getSimpleName(), e);
      }
    }
    drained
        .filter(done -> limits.areIdle() && hooks.isIdle())
        .ifPresent(done -> done.complete(null));
  }

  private void handle(RelayEvent event) {
    if (event instanceof RelayEvent.Stored stored) {
      stored(stored.dispatch());
    } else if (event instanceof RelayEvent.Delivered done) {
      delivered(done.command());
    } else if (event instanceof RelayEvent.Failed failed) {
      failed(failed.command(), failed.cause());
    } else if (event instanceof RelayEvent.Expired expired) {
      expired(expired.command());
    } else if (event instanceof RelayEvent.Poll) {
      limits.tick();
      poll();
    } else if (event instanceof RelayEvent.Claimed claimed) {
      runs(claimed.commands()).forEach(this::claimed);
    } else if (event instanceof RelayEvent.SideEffect effect) {
      sideEffects.take(effect);
    } else if (event instanceof RelayEvent.SideEffectTried tried) {
      sideEffects.tried(tried);
    } else if (event instanceof RelayEvent.HookRan ran) {
      hooks.leave();
      ran.next().run();
    } else if (event instanceof RelayEvent.Drain drain) {
      drained = Optional.of(drain.done());
      limits.clear();
      hooks.clear();
    }
  }

  private void stored(Dispatch dispatch) {
    PendingCommand command = dispatch.command();
    ConcurrencyLimit limit = limits.of(command.channel());
    if (limit.isFailing() && limit.isCrowded()) {
      // It would only wait here. It becomes due in the outbox when its lease ends, without a write.
      return;
    }
    boolean isFull = queues.isFullFor(command.channel());
    if (isFull || drained.isPresent() || !queues.mayJoin(dispatch)) {
      leases.release(command);
    } else if (queues.join(List.of(command))) {
      send(command);
    }
  }

  private void poll() {
    int room = Math.min(CLAIM_LIMIT, queues.free());
    if (room > 0 && drained.isEmpty()) {
      outbox.accept(new OutboxUpdate.Poll(new ClaimLimits(room, limits.narrow())));
    }
  }

  /** The claimed commands by saga, each in its order. */
  private static Map<SagaId, List<PendingCommand>> runs(List<PendingCommand> claimed) {
    return claimed.stream()
        .collect(
            Collectors.groupingBy(PendingCommand::saga, LinkedHashMap::new, Collectors.toList()));
  }

  private void claimed(SagaId saga, List<PendingCommand> run) {
    if (drained.isPresent()) {
      run.forEach(leases::release);
      return;
    }
    boolean isHeld = queues.has(saga);
    queues.renew(run).forEach(leases::release);
    if (!isHeld) {
      queues.head(saga).ifPresent(this::send);
    }
  }

  private void send(PendingCommand command) {
    try {
      Optional<CommandHook> hook = dependencies.hooks().find(command.flow(), command.command());
      if (hook.isPresent()) {
        hooks.enter(() -> make(command, hook.get()));
      } else {
        enter(command, Optional.empty());
      }
    } catch (RuntimeException | Error e) {
      postpone(command, new Failure(e));
    }
  }

  /** Outside of the channel's limit: a slow hook must not delay commands that have no hook. */
  private void make(PendingCommand command, CommandHook hook) {
    if (leases.isShort(command)) {
      events.accept(new RelayEvent.HookRan(() -> leases.giveBack(command)));
      return;
    }
    try {
      dependencies
          .hooks()
          .run(hook, command.flow(), command.command())
          .whenComplete((body, failure) -> events.accept(hookRan(command, body, failure)));
    } catch (RuntimeException | Error e) {
      events.accept(hookRan(command, null, e));
    }
  }

  private RelayEvent hookRan(PendingCommand command, JsonObject body, Throwable failure) {
    return new RelayEvent.HookRan(
        failure == null ? () -> made(command, body) : () -> notMade(command, new Failure(failure)));
  }

  private void made(PendingCommand command, JsonObject body) {
    if (drained.isPresent()) {
      leases.giveBack(command);
    } else {
      enter(command, Optional.of(body));
    }
  }

  private void notMade(PendingCommand command, Failure failure) {
    if (failure.cause() instanceof HookFailedException hook) {
      block(command, hook);
    } else {
      postpone(command, failure);
    }
  }

  private void block(PendingCommand command, HookFailedException hook) {
    CommandId id = command.command().id();
    outbox.accept(new OutboxUpdate.Block(id, hook.version(), hook.getMessage()));
    leases.forget(command, dependencies.clock().instant());
    reports.blocked(command, hook);
  }

  private void enter(PendingCommand command, Optional<JsonObject> body) {
    limits.of(command.channel()).enter(() -> sendNow(command, body));
  }

  private void sendNow(PendingCommand command, Optional<JsonObject> body) {
    if (leases.isShort(command)) {
      events.accept(new RelayEvent.Expired(command));
      return;
    }
    try {
      dependencies
          .channels()
          .send(command.channel(), new Outgoing(command.command(), body))
          .whenComplete(
              (done, failure) -> events.accept(outcome(command, Optional.ofNullable(failure))));
    } catch (RuntimeException | Error e) {
      events.accept(new RelayEvent.Failed(command, e));
    }
  }

  private static RelayEvent outcome(PendingCommand command, Optional<Throwable> failure) {
    return failure
        .<RelayEvent>map(cause -> new RelayEvent.Failed(command, cause))
        .orElseGet(() -> new RelayEvent.Delivered(command));
  }

  private void delivered(PendingCommand command) {
    ConcurrencyLimit limit = limits.of(command.channel());
    int failures = limit.failures();
    limit.wentWell();
    limit.leave();
    outbox.accept(new OutboxUpdate.Remove(command.command().id()));
    next(command);
    reports.delivered(command, failures);
  }

  private void next(PendingCommand done) {
    Optional<PendingCommand> next = queues.advance(done);
    if (done.claimed() && queues.hasFewClaimed()) {
      poll();
    }
    if (next.isEmpty() || drained.isPresent()) {
      leases.giveBack(done);
    } else {
      send(next.get());
    }
  }

  private void failed(PendingCommand command, Throwable cause) {
    ConcurrencyLimit limit = limits.of(command.channel());
    try {
      postpone(command, new Failure(cause));
    } finally {
      limit.leave();
    }
  }

  private void postpone(PendingCommand command, Failure failure) {
    ConcurrencyLimit limit = limits.of(command.channel());
    boolean isFirst = limit.failures() == 0;
    limit.failed();
    int attempts = command.attempts() + 1;
    Instant nextAttempt = dependencies.clock().instant().plus(backoff.after(attempts));
    CommandId id = command.command().id();
    var update = new OutboxUpdate.Postpone(id, attempts, nextAttempt, failure.reason());
    outbox.accept(update);
    leases.forget(command, nextAttempt);
    reports.postponed(command, update, isFirst);
  }

  private void expired(PendingCommand command) {
    ConcurrencyLimit limit = limits.of(command.channel());
    limit.leaveUntried();
    if (limit.isFailing()) {
      // Due again soon, when its lease ends: not worth a write.
      queues.drop(command.saga());
    } else {
      leases.giveBack(command);
    }
  }
}
