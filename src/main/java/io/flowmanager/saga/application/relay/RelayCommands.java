// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.platform.concurrent.BatchingQueue;
import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.concurrent.Standstill;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.log.LogText;
import io.flowmanager.saga.application.outbox.OutboxTransactions;
import io.flowmanager.saga.application.outbox.OutboxUpdate;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Decision.Transitioned;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sends stored commands over their channels: at least once, first-in first-out per saga, never two
 * commands of one saga at a time. The outbox is the source of truth; commands in memory are an
 * optimisation. A command that this node drops from memory is found again by {@link #poll} of any
 * node, at the latest when its lease ends.
 *
 * <p>Two queues with a thread each do the work, so that nothing here needs a lock: one thread
 * decides which command leaves when ({@link CommandDispatcher}), the other one writes to the
 * outbox, many updates in one transaction.
 */
@SingletonBean
public final class RelayCommands {

  private static final Logger LOG = System.getLogger(RelayCommands.class.getName());
  private static final int QUEUE_CAPACITY = 1_000_000;
  private static final int MAX_BATCH = 500;

  private final BatchingQueue<RelayEvent> events;
  private final BatchingQueue<OutboxUpdate> updates;
  private final Function<List<OutboxUpdate>, List<PendingCommand>> transaction;
  private final List<OutboxUpdate> unwritten = new ArrayList<>();

  @Inject
  public RelayCommands(RelayDependencies surroundings, OutboxTransactions outbox) {
    this(surroundings, outbox::handle);
  }

  /**
   * @param transaction applies the updates atomically, as {@link OutboxTransactions#handle} does
   */
  public RelayCommands(
      RelayDependencies dependencies,
      Function<List<OutboxUpdate>, List<PendingCommand>> transaction) {
    this.transaction = transaction;
    this.updates =
        new BatchingQueue<>("flow-manager-outbox", QUEUE_CAPACITY, MAX_BATCH, this::write);
    var dispatcher = new CommandDispatcher(dependencies, updates::offer, this::offer);
    this.events =
        new BatchingQueue<>("flow-manager-relay", QUEUE_CAPACITY, MAX_BATCH, dispatcher::handle);
  }

  public void start(ThreadFactory threads) {
    updates.start(threads);
    events.start(threads);
  }

  /**
   * Accepts the commands and side effects of a committed batch. For each saga, batches must be
   * passed in the order of their commits.
   */
  public void accept(List<Dispatch> dispatches, List<Transitioned> steps) {
    if (isHalfFull(events)) {
      // Results of sends need the space; a stored command is found in the outbox.
      return;
    }
    dispatches.forEach(dispatch -> offer(new RelayEvent.Stored(dispatch)));
    for (Transitioned step : steps) {
      step.sideEffects()
          .forEach(command -> offer(new RelayEvent.SideEffect(step.saga().flow(), command)));
    }
  }

  /** Whether more than half of what one of the two queues can hold waits in it. */
  public boolean isAnyHalfFull() {
    return isHalfFull(events) || isHalfFull(updates);
  }

  private static boolean isHalfFull(BatchingQueue<?> queue) {
    return queue.size() > QUEUE_CAPACITY / 2;
  }

  /** Those of the two queues that are not empty and have made no progress for that long. */
  public List<Standstill> standstills(Duration limit) {
    return Stream.of(events, updates).flatMap(queue -> queue.standstill(limit).stream()).toList();
  }

  /** Looks for due commands that no node holds. To be called periodically; returns at once. */
  public void poll() {
    offer(new RelayEvent.Poll());
  }

  /**
   * Starts no more sends, waits for the running ones and writes their results, within about that
   * time; a quarter of it is reserved for writing. Other commands stay in the outbox.
   *
   * @return whether all results are written
   */
  public boolean stop(Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    var drained = new CompletableFuture<Void>();
    offer(new RelayEvent.Drain(drained));
    try {
      long forSends = timeout.toMillis() * 3 / 4;
      drained.orTimeout(forSends, TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      LOG.log(Level.WARNING, "Sends did not end in time; their commands will be sent again.");
    }
    boolean isDrained = events.stop(deadline.remaining());
    return updates.stop(deadline.remaining()) && isDrained && unwritten.isEmpty();
  }

  private void offer(RelayEvent event) {
    events.offer(event);
  }

  private void write(List<OutboxUpdate> batch) {
    unwritten.addAll(batch);
    boolean goesOn = true;
    while (goesOn && !unwritten.isEmpty()) {
      goesOn = writeSome(unwritten.subList(0, Math.min(MAX_BATCH, unwritten.size())));
    }
  }

  /** In portions: after an outage, more updates may wait than one statement can name. */
  private boolean writeSome(List<OutboxUpdate> portion) {
    try {
      claimed(transaction.apply(List.copyOf(portion)));
      portion.clear();
      return true;
    } catch (Exception e) {
      if (portion.size() > 1 && !mayPass(e) && writeEach(portion)) {
        return true;
      }
      unwritten.removeIf(OutboxUpdate.Poll.class::isInstance);
      LOG.log(
          Level.WARNING,
          "The outbox cannot be written now; {0} updates will be written later: {1}",
          Integer.toString(unwritten.size()),
          LogText.of(e.toString()));
      return false;
    }
  }

  /**
   * Writes each update in a transaction of its own, so that one that the outbox can never store
   * does not block the others. Such an update is dropped, but only if others were written.
   *
   * @return whether any update was written
   */
  private boolean writeEach(List<OutboxUpdate> portion) {
    List<OutboxUpdate> kept = new ArrayList<>();
    Map<OutboxUpdate, Exception> refused = new LinkedHashMap<>();
    for (OutboxUpdate update : portion) {
      try {
        claimed(transaction.apply(List.of(update)));
      } catch (Exception e) {
        if (mayPass(e)) {
          kept.add(update);
        } else {
          refused.put(update, e);
        }
      }
    }
    if (kept.size() + refused.size() == portion.size()) {
      return false;
    }
    refused.forEach((update, e) -> LOG.log(Level.ERROR, "The outbox does not take " + update, e));
    portion.clear();
    unwritten.addAll(0, kept);
    return kept.isEmpty();
  }

  private static boolean mayPass(Exception e) {
    return e instanceof StoreUnavailableException
        || e instanceof CommitInDoubtException
        || e instanceof TransactionalException;
  }

  private void claimed(List<PendingCommand> due) {
    if (!due.isEmpty()) {
      offer(new RelayEvent.Claimed(due));
    }
  }
}
