// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.platform.concurrent.Backoff;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.application.flow.CommandHook;
import io.flowmanager.saga.application.flow.HookFailedException;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.outbox.OutboxUpdate;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
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
 * Decides which command leaves when. All of it happens on the one thread of its mailbox. News that
 * cannot be handled is logged and harms no other: whatever may throw comes after what must happen.
 */
public final class CommandDispatcher {

  private static final Logger LOG = System.getLogger(CommandDispatcher.class.getName());
  private static final int CLAIM_LIMIT = 500;

  private final RelayDependencies around;
  private final Consumer<OutboxUpdate> books;
  private final Consumer<RelayEvent> self;
  private final Backoff backoff;
  private final SagaQueues queues;
  private final ConcurrencyLimits gates;
  private final ConcurrencyLimit hooks;
  private final SideEffects sideEffects;
  private final RelayReports reports;
  private Optional<CompletableFuture<Void>> drained = Optional.empty();

  /**
   * @param books writes into the outbox, later
   * @param self puts news into the mailbox that this desk is served from
   */
  public CommandDispatcher(
      RelayDependencies around, Consumer<OutboxUpdate> books, Consumer<RelayEvent> self) {
    this.around = around;
    this.books = books;
    this.self = self;
    this.backoff =
        new Backoff(around.settings().firstRetry(), around.settings().maxRetry(), around.random());
    this.queues = new SagaQueues(around.settings().capacity());
    this.gates = new ConcurrencyLimits(around.settings().maxInFlight());
    this.hooks = new ConcurrencyLimit(around.hooks().atOnce());
    this.reports = new RelayReports(around.telemetry());
    this.sideEffects = new SideEffects(around, gates, hooks, self);
  }

  public void take(List<RelayEvent> news) {
    for (RelayEvent one : news) {
      try {
        take(one);
      } catch (RuntimeException | Error e) {
        LOG.log(Level.ERROR, "The relay could not handle " + one.getClass().getSimpleName(), e);
      }
    }
    drained
        .filter(done -> gates.areIdle() && hooks.isIdle())
        .ifPresent(done -> done.complete(null));
  }

  private void take(RelayEvent news) {
    if (news instanceof RelayEvent.Stored stored) {
      stored(stored.dispatch());
    } else if (news instanceof RelayEvent.Delivered done) {
      delivered(done.command());
    } else if (news instanceof RelayEvent.Failed failed) {
      failed(failed.command(), failed.cause());
    } else if (news instanceof RelayEvent.Expired expired) {
      expired(expired.command());
    } else if (news instanceof RelayEvent.Poll) {
      gates.tick();
      poll();
    } else if (news instanceof RelayEvent.Claimed claimed) {
      runs(claimed.commands()).forEach(this::claimed);
    } else if (news instanceof RelayEvent.SideEffect effect) {
      sideEffects.take(effect);
    } else if (news instanceof RelayEvent.SideEffectTried tried) {
      sideEffects.tried(tried);
    } else if (news instanceof RelayEvent.HookRan ran) {
      hooks.leave();
      ran.next().run();
    } else if (news instanceof RelayEvent.Drain drain) {
      drained = Optional.of(drain.done());
      gates.clear();
      hooks.clear();
    }
  }

  private void stored(Dispatch dispatch) {
    PendingCommand command = dispatch.command();
    ConcurrencyLimit gate = gates.of(command.channel());
    if (gate.isFailing() && gate.isCrowded()) {
      // It would only wait here. It is due in the outbox when its lease is over, for no write.
      return;
    }
    boolean isFull = queues.isFullFor(command.channel());
    if (isFull || drained.isPresent() || !queues.mayJoin(dispatch)) {
      books.accept(Release.of(command));
    } else if (queues.join(List.of(command))) {
      send(command);
    }
  }

  private void poll() {
    int room = Math.min(CLAIM_LIMIT, queues.free());
    if (room > 0 && drained.isEmpty()) {
      books.accept(new OutboxUpdate.Poll(new ClaimLimits(room, gates.narrow())));
    }
  }

  /** Of each saga what has been claimed, in its order. */
  private static Map<SagaId, List<PendingCommand>> runs(List<PendingCommand> claimed) {
    return claimed.stream()
        .collect(
            Collectors.groupingBy(PendingCommand::saga, LinkedHashMap::new, Collectors.toList()));
  }

  private void claimed(SagaId saga, List<PendingCommand> run) {
    if (drained.isPresent()) {
      run.forEach(command -> books.accept(Release.of(command)));
      return;
    }
    boolean isHeld = queues.has(saga);
    queues.renew(run).forEach(command -> books.accept(Release.of(command)));
    if (!isHeld) {
      queues.head(saga).ifPresent(this::send);
    }
  }

  private void send(PendingCommand command) {
    try {
      Optional<CommandHook> hook = around.hooks().find(command.flow(), command.command());
      if (hook.isPresent()) {
        hooks.enter(() -> make(command, hook.get()));
      } else {
        enter(command, Optional.empty());
      }
    } catch (RuntimeException | Error e) {
      postpone(command, new Failure(e));
    }
  }

  /** Not at the channel's gate: a slow hook must not take the place of those that have none. */
  private void make(PendingCommand command, CommandHook hook) {
    if (leaseIsShort(command)) {
      self.accept(new RelayEvent.HookRan(() -> giveBack(command)));
      return;
    }
    try {
      around
          .hooks()
          .run(hook, command.flow(), command.command())
          .whenComplete((body, failure) -> self.accept(hookRan(command, body, failure)));
    } catch (RuntimeException | Error e) {
      self.accept(hookRan(command, null, e));
    }
  }

  private RelayEvent hookRan(PendingCommand command, JsonObject body, Throwable failure) {
    return new RelayEvent.HookRan(
        failure == null ? () -> made(command, body) : () -> notMade(command, new Failure(failure)));
  }

  private void made(PendingCommand command, JsonObject body) {
    if (drained.isPresent()) {
      giveBack(command);
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
    books.accept(new OutboxUpdate.Block(id, hook.version(), hook.getMessage()));
    forget(command, around.clock().instant());
    reports.blocked(command, hook);
  }

  private void enter(PendingCommand command, Optional<JsonObject> body) {
    gates.of(command.channel()).enter(() -> sendNow(command, body));
  }

  private void sendNow(PendingCommand command, Optional<JsonObject> body) {
    if (leaseIsShort(command)) {
      self.accept(new RelayEvent.Expired(command));
      return;
    }
    try {
      around
          .channels()
          .send(command.channel(), new Outgoing(command.command(), body))
          .whenComplete(
              (done, failure) -> self.accept(outcome(command, Optional.ofNullable(failure))));
    } catch (RuntimeException | Error e) {
      self.accept(new RelayEvent.Failed(command, e));
    }
  }

  private static RelayEvent outcome(PendingCommand command, Optional<Throwable> failure) {
    return failure
        .<RelayEvent>map(cause -> new RelayEvent.Failed(command, cause))
        .orElseGet(() -> new RelayEvent.Delivered(command));
  }

  private boolean leaseIsShort(PendingCommand command) {
    Instant latestEnd = around.clock().instant().plus(around.settings().sendTimeout());
    return latestEnd.isAfter(queues.current(command).leasedUntil());
  }

  private void delivered(PendingCommand command) {
    ConcurrencyLimit gate = gates.of(command.channel());
    int failures = gate.failures();
    gate.wentWell();
    gate.leave();
    books.accept(new OutboxUpdate.Remove(command.command().id()));
    next(command);
    reports.delivered(command, failures);
  }

  private void next(PendingCommand done) {
    Optional<PendingCommand> next = queues.advance(done);
    if (done.claimed() && queues.hasFewClaimed()) {
      poll();
    }
    if (next.isEmpty() || drained.isPresent()) {
      giveBack(done);
    } else {
      send(next.get());
    }
  }

  private void failed(PendingCommand command, Throwable cause) {
    ConcurrencyLimit gate = gates.of(command.channel());
    try {
      postpone(command, new Failure(cause));
    } finally {
      gate.leave();
    }
  }

  private void postpone(PendingCommand command, Failure failure) {
    ConcurrencyLimit gate = gates.of(command.channel());
    boolean isNews = gate.failures() == 0;
    gate.failed();
    int attempts = command.attempts() + 1;
    Instant nextAttempt = around.clock().instant().plus(backoff.after(attempts));
    CommandId id = command.command().id();
    var note = new OutboxUpdate.Postpone(id, attempts, nextAttempt, failure.reason());
    books.accept(note);
    forget(command, nextAttempt);
    reports.postponed(command, note, isNews);
  }

  private void expired(PendingCommand command) {
    ConcurrencyLimit gate = gates.of(command.channel());
    gate.leaveUntried();
    if (gate.isFailing()) {
      // Due again in a moment, when its lease is over: not worth a write.
      queues.drop(command.saga());
    } else {
      giveBack(command);
    }
  }

  /** With a new lease it may wait again, here or elsewhere, and all behind it. */
  private void giveBack(PendingCommand head) {
    queues.drop(head.saga()).forEach(command -> books.accept(Release.of(command)));
  }

  /** What waits behind the head has to be due when that is. */
  private void forget(PendingCommand head, Instant due) {
    queues.drop(head.saga()).stream()
        .filter(command -> !command.command().id().equals(head.command().id()))
        .filter(command -> command.leasedUntil().isAfter(due))
        .forEach(command -> books.accept(Release.of(command)));
  }
}
