// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.platform.log.LogText;
import io.flowmanager.platform.log.RateLimitedLog;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What a lane does with a batch. All of it goes into the store together. While the store cannot
 * take it, it is tried again as a batch, with growing delays, and in the end all are refused. Only
 * where the fault may lie in one of it, it goes one by one, so that a bad event fails alone. After
 * the commit the commands go to the relay and the callers get their answers, on other threads: a
 * caller that is slow to read must not hold up the lane.
 */
public final class LaneWork {

  private static final RateLimitedLog LOG = RateLimitedLog.of(LaneWork.class);

  /** So many in a row that fail for want of the store, and the others need not be tried. */
  private static final int STORE_IS_AWAY = 2;

  private final BatchHandlers handlers;
  private final List<Consumer<BatchResult>> followers;
  private final Executor answers;
  private final StoreRetries retries;

  /**
   * @param followers get each committed result, per saga in order, before the callers get their
   *     answers
   * @param answers runs what waits for answers
   */
  public LaneWork(
      BatchHandlers handlers,
      List<Consumer<BatchResult>> followers,
      Executor answers,
      StoreRetries retries) {
    this.handlers = handlers;
    this.followers = List.copyOf(followers);
    this.answers = answers;
    this.retries = retries;
  }

  /** The same work; those who wait for answers get them on the thread that does it. */
  LaneWork answeringItself() {
    return new LaneWork(handlers, followers, Runnable::run, retries);
  }

  Ticket ticket(Intake intake) {
    return new Ticket(intake, new CompletableFuture<>(), retries.now());
  }

  /** Every ticket gets its answer, whatever happens. */
  void handle(List<Ticket> batch) {
    try {
      inTransaction(fromMemory(batch), 0);
    } catch (RuntimeException | Error e) {
      fail(batch, e);
    }
  }

  /** Nothing has happened of it, and nothing will. */
  void refuse(List<Ticket> batch) {
    fail(batch, new StoreUnavailableException("The server stops.", null));
  }

  /** Those that are still to be handled. */
  private List<Ticket> fromMemory(List<Ticket> batch) {
    BatchResult stored;
    try {
      stored = handlers.fromMemory().apply(intakes(batch));
    } catch (Exception | Error e) {
      return afterFailure(batch, e, 1);
    }
    if (stored.batch().isEmpty()) {
      return batch;
    }
    List<Ticket> done = new ArrayList<>();
    List<Ticket> open = new ArrayList<>();
    for (Ticket ticket : batch) {
      boolean isStored =
          done.size() < stored.batch().size() && stored.batch().get(done.size()) == ticket.intake();
      (isStored ? done : open).add(ticket);
    }
    publish(done, stored);
    return open;
  }

  /**
   * @param failuresBefore how often the store has failed for it already
   * @return false if the store failed until the end
   */
  private boolean inTransaction(List<Ticket> batch, int failuresBefore) {
    List<Ticket> open = batch;
    for (int failures = failuresBefore + 1; !open.isEmpty(); failures++) {
      BatchResult result;
      try {
        result = handlers.inTransaction().apply(intakes(open));
      } catch (Exception | Error e) {
        open = afterFailure(open, e, failures);
        if (open.isEmpty()) {
          return !mayPass(e);
        }
        continue;
      }
      publish(open, result);
      return true;
    }
    return true;
  }

  /** Those that are to be tried again; the others have their answers. */
  private List<Ticket> afterFailure(List<Ticket> batch, Throwable failure, int failures) {
    List<Ticket> open = isInDoubt(failure) ? repeatable(batch, failure) : batch;
    if (open.isEmpty()) {
      return open;
    }
    if (mayPass(failure) && retries.awaitNext(open.get(0).since(), failures)) {
      return open;
    }
    if (open.size() == 1) {
      fail(open, failure);
    } else {
      oneByOne(open, failure, mayPass(failure) ? failures : 0);
    }
    return List.of();
  }

  /** A commit that broke off may have happened: then only what can be recognised is repeated. */
  private List<Ticket> repeatable(List<Ticket> batch, Throwable failure) {
    List<Ticket> open = new ArrayList<>();
    List<Ticket> inDoubt = new ArrayList<>();
    batch.forEach(ticket -> (ticket.intake().isRepeatable() ? open : inDoubt).add(ticket));
    fail(inDoubt, new StoreUnavailableException("The commit broke off.", failure));
    return open;
  }

  /**
   * The store may be there, and the fault lie in one of the batch: a value, or a lock that somebody
   * holds. It is away if it fails for several in a row.
   */
  private void oneByOne(List<Ticket> batch, Throwable failure, int failures) {
    LOG.log(
        Level.WARNING,
        "one by one",
        () -> "A batch of " + batch.size() + " failed and is handled one by one: " + failure);
    int inVain = 0;
    for (int i = 0; i < batch.size(); i++) {
      if (inVain == STORE_IS_AWAY) {
        fail(batch.subList(i, batch.size()), new StoreUnavailableException("It is away.", failure));
        return;
      }
      inVain = inTransaction(batch.subList(i, i + 1), failures) ? 0 : inVain + 1;
    }
  }

  private static List<Intake> intakes(List<Ticket> batch) {
    return batch.stream().map(Ticket::intake).toList();
  }

  private static boolean mayPass(Throwable e) {
    return e instanceof StoreUnavailableException || isInDoubt(e);
  }

  private static boolean isInDoubt(Throwable e) {
    return e instanceof CommitInDoubtException
        || e instanceof TransactionalException
        || e instanceof RollbackException;
  }

  private void publish(List<Ticket> batch, BatchResult result) {
    for (Consumer<BatchResult> follower : followers) {
      try {
        follower.accept(result);
      } catch (RuntimeException | Error e) {
        LOG.log(
            Level.ERROR,
            "follower",
            () -> "A committed batch of " + batch.size() + " could not be followed up",
            e);
      }
    }
    later(() -> answer(batch, result));
  }

  private void later(Runnable answering) {
    try {
      answers.execute(answering);
    } catch (RuntimeException e) {
      // Rejected, or IllegalStateException of a managed executor whose application goes down.
      answering.run();
    }
  }

  private static void answer(List<Ticket> batch, BatchResult result) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().complete(result.answers().get(i));
    }
  }

  private void fail(List<Ticket> batch, Throwable failure) {
    if (batch.isEmpty()) {
      return;
    }
    log(batch, failure);
    Throwable cause =
        mayPass(failure) ? new StoreUnavailableException("The store failed.", failure) : failure;
    later(() -> batch.forEach(ticket -> ticket.answer().completeExceptionally(cause)));
  }

  private static void log(List<Ticket> batch, Throwable failure) {
    String first = LogText.of(batch.get(0).intake().subject());
    if (mayPass(failure)) {
      LOG.log(
          Level.ERROR,
          "store",
          () ->
              "The store failed. Not handled: "
                  + batch.size()
                  + ", the first of them "
                  + first
                  + ". Reason: "
                  + LogText.of(String.valueOf(failure)));
    } else if (failure instanceof UnstorableException) {
      LOG.log(
          Level.WARNING,
          "unstorable",
          () -> "Refused: " + first + ". Reason: " + LogText.of(failure.getMessage()));
    } else {
      LOG.log(Level.ERROR, "fault", () -> "Could not handle " + first, failure);
    }
  }
}
