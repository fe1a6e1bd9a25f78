// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.SagaId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Decides which command leaves when. All of it happens on the one thread of its mailbox. */
final class RelayDesk {

  private static final Logger LOG = System.getLogger(RelayDesk.class.getName());

  private final RelaySurroundings around;
  private final Consumer<OutboxWork> books;
  private final Consumer<RelayNews> self;
  private final Backoff backoff;
  private final Map<SagaId, Deque<PendingCommand>> queues = new HashMap<>();
  private final Map<Channels.Key, ChannelGate> gates = new HashMap<>();
  private final DeliveredMemory delivered = new DeliveredMemory();
  private Optional<CompletableFuture<Void>> drained = Optional.empty();
  private int held;

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
  }

  void take(List<RelayNews> news) {
    news.forEach(this::take);
    drained
        .filter(done -> gates.values().stream().allMatch(ChannelGate::isIdle))
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
      claimed.commands().forEach(this::claimed);
    } else if (news instanceof RelayNews.SideEffect effect) {
      gate(key(effect)).enter(() -> tryOnce(effect));
    } else if (news instanceof RelayNews.SideEffectTried tried) {
      tried(tried);
    } else if (news instanceof RelayNews.Drain drain) {
      drained = Optional.of(drain.done());
      gates.values().forEach(ChannelGate::clear);
    }
  }

  private void stored(Dispatch dispatch) {
    PendingCommand command = dispatch.command();
    Deque<PendingCommand> queue = queues.get(saga(command));
    boolean mayFollow =
        queue == null
            ? isFirst(command, dispatch.earlier())
            : isNext(queue.getLast(), dispatch.earlier());
    if (!mayFollow || drained.isPresent() || held >= around.settings().capacity()) {
      books.accept(new OutboxWork.Release(command.command().id()));
    } else if (queue == null) {
      lineUp(command);
    } else {
      held++;
      queue.add(command);
    }
  }

  private boolean isFirst(PendingCommand command, OptionalLong earlier) {
    return earlier.isEmpty() || delivered.reaches(saga(command), earlier.getAsLong());
  }

  /** Only the outbox may hold some between the last one here and this one; they go first. */
  private static boolean isNext(PendingCommand last, OptionalLong earlier) {
    return earlier.isPresent() && earlier.getAsLong() == last.command().id().sequence();
  }

  private void claimed(PendingCommand command) {
    if (drained.isPresent()) {
      books.accept(new OutboxWork.Release(command.command().id()));
    } else if (!queues.containsKey(saga(command))) {
      lineUp(command);
    }
  }

  private void lineUp(PendingCommand command) {
    held++;
    var queue = new ArrayDeque<PendingCommand>();
    queue.add(command);
    queues.put(saga(command), queue);
    send(command);
  }

  private void send(PendingCommand command) {
    gate(key(command)).enter(() -> sendNow(command));
  }

  private void sendNow(PendingCommand command) {
    if (leaseIsShort(command)) {
      self.accept(new RelayNews.Expired(command));
      return;
    }
    call(key(command), command.command())
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
    ChannelGate gate = gate(key(command));
    gate.leave();
    if (gate.failures() > 0) {
      LOG.log(
          Level.INFO,
          "Commands are delivered again after {0} failures: {1}",
          gate.failures(),
          subject(command));
      gate.wentWell();
    }
    around.telemetry().commandDelivered(command.flow(), command.command().channel());
    delivered.delivered(saga(command), command.command().id().sequence());
    books.accept(new OutboxWork.Remove(command.command().id()));
    next(command);
  }

  private void next(PendingCommand done) {
    Deque<PendingCommand> queue = queues.get(saga(done));
    queue.remove();
    held--;
    if (!queue.isEmpty() && drained.isEmpty()) {
      send(queue.element());
      return;
    }
    queues.remove(saga(done));
    if (done.claimed()) {
      books.accept(new OutboxWork.Poll());
    }
  }

  private void failed(PendingCommand command, Throwable cause) {
    ChannelGate gate = gate(key(command));
    gate.leave();
    around.telemetry().commandFailed(command.flow(), command.command().channel());
    int attempts = command.attempts() + 1;
    Instant nextAttempt = around.clock().instant().plus(backoff.after(attempts));
    String reason = reason(cause);
    // The first failure of a channel is news; with many sagas waiting, the others would be a flood.
    Level level = gate.failures() == 0 ? Level.WARNING : Level.DEBUG;
    LOG.log(
        level,
        "Command not delivered, next attempt at {0}: {1} attempts={2} reason={3}",
        nextAttempt.truncatedTo(ChronoUnit.MILLIS),
        subject(command),
        attempts,
        reason);
    gate.failed();
    books.accept(new OutboxWork.Postpone(command.command().id(), attempts, nextAttempt, reason));
    forget(command);
  }

  private void expired(PendingCommand command) {
    gate(key(command)).leave();
    forget(command);
  }

  private void forget(PendingCommand head) {
    held -= queues.remove(saga(head)).size();
  }

  private void tryOnce(RelayNews.SideEffect effect) {
    call(key(effect), effect.command())
        .whenComplete(
            (done, failure) ->
                self.accept(new RelayNews.SideEffectTried(effect, Optional.ofNullable(failure))));
  }

  private void tried(RelayNews.SideEffectTried tried) {
    RelayNews.SideEffect effect = tried.effect();
    gate(key(effect)).leave();
    if (tried.failure().isEmpty()) {
      return;
    }
    around.telemetry().sideEffectFailed(effect.flow(), effect.command().channel());
    LOG.log(
        Level.WARNING,
        "Side effect failed and is not repeated: saga={0} flow={1} channel={2} command={3} reason={4}",
        effect.command().id().saga(),
        effect.flow(),
        effect.command().channel(),
        effect.command().label(),
        reason(tried.failure().get()));
  }

  private CompletionStage<Void> call(Channels.Key key, Command command) {
    Optional<CommandChannel> channel = around.channels().find(key);
    if (channel.isEmpty()) {
      String message =
          "The flow " + key.flow() + " as it is loaded has no channel \"" + key.channel() + "\".";
      return CompletableFuture.failedFuture(new IllegalStateException(message));
    }
    try {
      return channel.get().send(new Outgoing(command, Optional.empty()));
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static String subject(PendingCommand pending) {
    Command command = pending.command();
    return "saga=%s flow=%s channel=%s command=%s"
        .formatted(command.id().saga(), pending.flow(), command.channel(), command.label());
  }

  private ChannelGate gate(Channels.Key key) {
    return gates.computeIfAbsent(key, k -> new ChannelGate(around.settings().maxInFlight()));
  }

  private static Channels.Key key(PendingCommand command) {
    return new Channels.Key(command.flow(), command.command().channel());
  }

  private static Channels.Key key(RelayNews.SideEffect effect) {
    return new Channels.Key(effect.flow(), effect.command().channel());
  }

  private static SagaId saga(PendingCommand command) {
    return command.command().id().saga();
  }
}
