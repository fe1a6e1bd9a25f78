// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.relay;

import io.flowmanager.platform.concurrent.BatchingQueue;
import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.concurrent.Standstill;
import io.flowmanager.platform.log.LogText;
import io.flowmanager.saga.application.outbox.OutboxTransactions;
import io.flowmanager.saga.application.outbox.OutboxUpdate;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.Dispatch;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Decision.Transitioned;
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
 * Carries stored commands to their channels: at least once, first-in first-out per saga, never two
 * of one saga on their way. The outbox is the truth; what this node holds in memory is only the
 * quick way. Whatever it drops is found again by {@link #poll} of any node, at the latest when its
 * lease is over.
 *
 * <p>Two mailboxes do the work, so that nothing here needs a lock: one thread decides what leaves
 * when ({@link CommandDispatcher}), another one keeps the books in the database, many notes in one
 * transaction.
 */
public final class RelayCommands {

  private static final Logger LOG = System.getLogger(RelayCommands.class.getName());
  private static final int MAILBOX_CAPACITY = 1_000_000;
  private static final int MAX_BATCH = 500;

  private final BatchingQueue<RelayEvent> desk;
  private final BatchingQueue<OutboxUpdate> books;
  private final Function<List<OutboxUpdate>, List<PendingCommand>> transaction;
  private final List<OutboxUpdate> unwritten = new ArrayList<>();

  /**
   * @param transaction does the work atomically, as {@link OutboxTransactions#handle} does
   */
  public RelayCommands(
      RelayDependencies surroundings,
      Function<List<OutboxUpdate>, List<PendingCommand>> transaction) {
    this.transaction = transaction;
    this.books =
        new BatchingQueue<>("flow-manager-outbox", MAILBOX_CAPACITY, MAX_BATCH, this::write);
    var relayDesk = new CommandDispatcher(surroundings, books::offer, this::tell);
    this.desk =
        new BatchingQueue<>("flow-manager-relay", MAILBOX_CAPACITY, MAX_BATCH, relayDesk::handle);
  }

  public void start(ThreadFactory threads) {
    books.start(threads);
    desk.start(threads);
  }

  /**
   * Takes over what a committed batch wants sent. Per saga, batches must come in the order of their
   * commits.
   */
  public void accept(List<Dispatch> dispatches, List<Transitioned> steps) {
    if (desk.size() > MAILBOX_CAPACITY / 2) {
      // News of what is on its way must find room; what is stored is found in the outbox.
      return;
    }
    dispatches.forEach(dispatch -> tell(new RelayEvent.Stored(dispatch)));
    for (Transitioned step : steps) {
      step.sideEffects()
          .forEach(command -> tell(new RelayEvent.SideEffect(step.saga().flow(), command)));
    }
  }

  /** Those of the two mailboxes that hold something and have not come forward for that long. */
  public List<Standstill> standstills(Duration limit) {
    return Stream.of(desk, books).flatMap(mailbox -> mailbox.standstill(limit).stream()).toList();
  }

  /**
   * Looks for commands that are due and that nobody holds; to be called now and then. Returns at
   * once.
   */
  public void poll() {
    tell(new RelayEvent.Poll());
  }

  /**
   * Sends nothing more, waits for what is on its way and notes what has been delivered, within
   * about that time; a quarter of it is kept for the notes. What has not left stays in the outbox.
   *
   * @return whether all is noted
   */
  public boolean stop(Duration patience) {
    Deadline deadline = Deadline.after(patience);
    var drained = new CompletableFuture<Void>();
    tell(new RelayEvent.Drain(drained));
    try {
      long forSends = patience.toMillis() * 3 / 4;
      drained.orTimeout(forSends, TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      LOG.log(Level.WARNING, "Commands are still on their way; they will be sent again: {0}", e);
    }
    boolean hasToldAll = desk.stop(deadline.remaining());
    return books.stop(deadline.remaining()) && hasToldAll && unwritten.isEmpty();
  }

  private void tell(RelayEvent news) {
    desk.offer(news);
  }

  private void write(List<OutboxUpdate> work) {
    unwritten.addAll(work);
    boolean goesOn = true;
    while (goesOn && !unwritten.isEmpty()) {
      goesOn = writeSome(unwritten.subList(0, Math.min(MAX_BATCH, unwritten.size())));
    }
  }

  /** In portions: after an outage more may wait than one statement can name. */
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
          "The outbox cannot be written now, {0} notes are kept: {1}",
          Integer.toString(unwritten.size()),
          LogText.of(e.toString()));
      return false;
    }
  }

  /**
   * Each note in a transaction of its own: one that the outbox will never take must not keep the
   * others back. It is dropped, but only when others were taken.
   *
   * @return whether any was written
   */
  private boolean writeEach(List<OutboxUpdate> portion) {
    List<OutboxUpdate> kept = new ArrayList<>();
    Map<OutboxUpdate, Exception> refused = new LinkedHashMap<>();
    for (OutboxUpdate note : portion) {
      try {
        claimed(transaction.apply(List.of(note)));
      } catch (Exception e) {
        if (mayPass(e)) {
          kept.add(note);
        } else {
          refused.put(note, e);
        }
      }
    }
    if (kept.size() + refused.size() == portion.size()) {
      return false;
    }
    refused.forEach((note, e) -> LOG.log(Level.ERROR, "The outbox does not take " + note, e));
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
      tell(new RelayEvent.Claimed(due));
    }
  }
}
