// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.platform.log.LogText;
import io.flowmanager.saga.application.OutboxWork.Release;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Decides which command leaves when. All of it happens on the one thread of its mailbox. */
final class RelayDesk {

  private static final Logger LOG = System.getLogger(RelayDesk.class.getName());

  private final RelaySurroundings around;
  private final Consumer<OutboxWork> books;
  private final Consumer<RelayNews> self;
  private final Backoff backoff;
  private final SagaQueues queues = new SagaQueues();
  private final Gates gates;
  private final Gate hooks;
  private final SideEffects sideEffects;
  private Optional<CompletableFuture<Void>> drained = Optional.empty();

  /**
   * @param books writes into the outbox, later
   * @param self puts news into the mailbox that this desk is served from
   */
  RelayDesk(RelaySurroundings around, Consumer<OutboxWork> books, Consumer<RelayNews> self) {
    this.around = around;
    this.books = books;
    this.self = self;
    this.backoff =
        new Backoff(around.settings().firstRetry(), around.settings().maxRetry(), around.random());
    this.gates = new Gates(around.settings().maxInFlight());
    this.hooks = new Gate(around.hooks().atOnce());
    this.sideEffects = new SideEffects(around, gates, hooks, self);
  }

  void take(List<RelayNews> news) {
    news.forEach(this::take);
    drained
        .filter(done -> gates.areIdle() && hooks.isIdle())
        .ifPresent(done -> done.complete(null));
  }

  private void take(RelayNews news) {
    if (news instanceof RelayNews.Stored stored) {
      stored(stored.dispatch());
    } else if (news instanceof RelayNews.Delivered done) {
      delivered(done.command());
    } else if (news instanceof RelayNews.Failed failed) {
      failed(failed.command(), failed.cause());
    } else if (news instanceof RelayNews.Expired expired) {
      expired(expired.command());
    } else if (news instanceof RelayNews.Claimed claimed) {
      runs(claimed.commands()).forEach(this::claimed);
    } else if (news instanceof RelayNews.SideEffect effect) {
      sideEffects.take(effect);
    } else if (news instanceof RelayNews.SideEffectTried tried) {
      sideEffects.tried(tried);
    } else if (news instanceof RelayNews.HookRan ran) {
      hooks.leave();
      ran.next().run();
    } else if (news instanceof RelayNews.Drain drain) {
      drained = Optional.of(drain.done());
      gates.clear();
      hooks.clear();
    }
  }

  private void stored(Dispatch dispatch) {
    PendingCommand command = dispatch.command();
    boolean isFull = queues.size() >= around.settings().capacity();
    if (isFull || drained.isPresent() || !queues.mayJoin(dispatch)) {
      books.accept(Release.of(command));
    } else if (queues.join(List.of(command))) {
      send(command);
    }
  }

  /** Of each saga what has been claimed, in its order. */
  private static Map<SagaId, List<PendingCommand>> runs(List<PendingCommand> claimed) {
    return claimed.stream()
        .collect(Collectors.groupingBy(RelayDesk::saga, LinkedHashMap::new, Collectors.toList()));
  }

  private void claimed(SagaId saga, List<PendingCommand> run) {
    if (drained.isPresent()) {
      run.forEach(command -> books.accept(Release.of(command)));
    } else if (!queues.has(saga)) {
      queues.join(run);
      send(run.get(0));
    }
  }

  private void send(PendingCommand command) {
    Optional<CommandHook> hook = around.hooks().find(command.flow(), command.command());
    if (hook.isPresent()) {
      hooks.enter(() -> make(command, hook.get()));
    } else {
      enter(command, Optional.empty());
    }
  }

  /** Not at the channel's gate: a slow hook must not take the place of those that have none. */
  private void make(PendingCommand command, CommandHook hook) {
    if (leaseIsShort(command)) {
      self.accept(new RelayNews.HookRan(() -> giveBack(command)));
      return;
    }
    around
        .hooks()
        .run(hook, command.flow(), command.command())
        .whenComplete(
            (body, failure) -> {
              Runnable next =
                  failure == null
                      ? () -> made(command, body)
                      : () -> notMade(command, new Failure(failure));
              self.accept(new RelayNews.HookRan(next));
            });
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
    LOG.log(
        Level.ERROR,
        "Command is blocked until its flow is mended: {0} state={1} reason={2}",
        subject(command),
        command.command().state(),
        LogText.of(hook.getMessage()));
    CommandId id = command.command().id();
    books.accept(new OutboxWork.Block(id, hook.version(), hook.getMessage()));
    forget(command);
  }

  private void enter(PendingCommand command, Optional<JsonObject> body) {
    gates.of(key(command)).enter(() -> sendNow(command, body));
  }

  private void sendNow(PendingCommand command, Optional<JsonObject> body) {
    if (leaseIsShort(command)) {
      self.accept(new RelayNews.Expired(command));
      return;
    }
    around
        .channels()
        .send(key(command), new Outgoing(command.command(), body))
        .whenComplete(
            (done, failure) -> self.accept(outcome(command, Optional.ofNullable(failure))));
  }

  private static RelayNews outcome(PendingCommand command, Optional<Throwable> failure) {
    return failure
        .<RelayNews>map(cause -> new RelayNews.Failed(command, cause))
        .orElseGet(() -> new RelayNews.Delivered(command));
  }

  private boolean leaseIsShort(PendingCommand command) {
    Instant latestEnd = around.clock().instant().plus(around.settings().sendTimeout());
    return latestEnd.isAfter(command.leasedUntil());
  }

  private void delivered(PendingCommand command) {
    Gate gate = gates.of(key(command));
    gate.leave();
    if (gate.failures() > 0) {
      LOG.log(
          Level.INFO,
          "Commands are delivered again after {0} failures: {1}",
          Integer.toString(gate.failures()),
          subject(command));
      gate.wentWell();
    }
    around.telemetry().commandDelivered(command.flow(), command.command().channel());
    books.accept(new OutboxWork.Remove(command.command().id()));
    next(command);
  }

  private void next(PendingCommand done) {
    Optional<PendingCommand> next = queues.advance(done);
    if (done.claimed() && queues.hasFewClaimed()) {
      books.accept(new OutboxWork.Poll());
    }
    if (next.isEmpty() || drained.isPresent()) {
      giveBack(done);
    } else {
      send(next.get());
    }
  }

  private void failed(PendingCommand command, Throwable cause) {
    gates.of(key(command)).leave();
    postpone(command, new Failure(cause));
  }

  private void postpone(PendingCommand command, Failure failure) {
    Gate gate = gates.of(key(command));
    around.telemetry().commandFailed(command.flow(), command.command().channel());
    int attempts = command.attempts() + 1;
    Instant nextAttempt = around.clock().instant().plus(backoff.after(attempts));
    // The first failure of a channel is news; with many sagas waiting, the others would be a flood.
    Level level = gate.failures() == 0 ? Level.WARNING : Level.DEBUG;
    LOG.log(
        level,
        "Command not delivered, next attempt at {0}: {1} attempts={2} reason={3}",
        nextAttempt.truncatedTo(ChronoUnit.MILLIS),
        subject(command),
        Integer.toString(attempts),
        LogText.of(failure.reason()));
    gate.failed();
    books.accept(
        new OutboxWork.Postpone(command.command().id(), attempts, nextAttempt, failure.reason()));
    forget(command);
  }

  private void expired(PendingCommand command) {
    gates.of(key(command)).leave();
    giveBack(command);
  }

  /** With a new lease it may wait again, here or elsewhere, and all behind it. */
  private void giveBack(PendingCommand head) {
    queues.drop(saga(head)).forEach(command -> books.accept(Release.of(command)));
  }

  private void forget(PendingCommand head) {
    queues.drop(saga(head));
  }

  private static String subject(PendingCommand pending) {
    Command command = pending.command();
    return "saga=%s flow=%s channel=%s command=%s"
        .formatted(
            command.id().saga(), pending.flow(), command.channel(), LogText.of(command.label()));
  }

  private static Channels.Key key(PendingCommand command) {
    return new Channels.Key(command.flow(), command.command().channel());
  }

  private static SagaId saga(PendingCommand command) {
    return command.command().id().saga();
  }
}
