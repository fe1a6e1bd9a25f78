// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.platform.log.LogText;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import jakarta.inject.Inject;
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
@SingletonBean
public final class BatchExecutor {

  private static final RateLimitedLog LOG = RateLimitedLog.of(BatchExecutor.class);

  /** So many in a row that fail for want of the store, and the others need not be tried. */
  private static final int STORE_IS_AWAY = 2;

  private final BatchProcessor batches;
  private final List<Consumer<BatchResult>> followers;
  private final Executor answers;
  private final StoreRetries retries;

  /**
   * @param followers get each committed result, per saga in order, before the callers get their
   *     answers
   * @param answers runs what waits for answers
   */
  @Inject
  public BatchExecutor(
      BatchProcessor batches,
      List<Consumer<BatchResult>> followers,
      @ThreadsFor(Work.ANSWERS) Executor answers,
      StoreRetries retries) {
    this.batches = batches;
    this.followers = List.copyOf(followers);
    this.answers = answers;
    this.retries = retries;
  }

  /** The same work, carried out by another processor. */
  BatchExecutor with(BatchProcessor processor) {
    return new BatchExecutor(processor, followers, answers, retries);
  }

  /** The same work; those who wait for answers get them on the thread that does it. */
  BatchExecutor answeringItself() {
    return new BatchExecutor(batches, followers, Runnable::run, retries);
  }

  PendingRequest pending(EngineRequest request) {
    return new PendingRequest(request, new CompletableFuture<>(), retries.now());
  }

  /** Every request gets its answer, whatever happens. */
  void handle(List<PendingRequest> batch) {
    try {
      process(batch, 0);
    } catch (RuntimeException | Error e) {
      fail(batch, e);
    }
  }

  /** Nothing has happened of it, and nothing will. */
  void refuse(List<PendingRequest> batch) {
    fail(batch, new StoreUnavailableException("The server stops.", null));
  }

  /**
   * @param failuresBefore how often the store has failed for it already
   * @return false if the store failed until the end
   */
  private boolean process(List<PendingRequest> batch, int failuresBefore) {
    List<PendingRequest> open = new ArrayList<>(batch);
    for (int failures = failuresBefore + 1; !open.isEmpty(); failures++) {
      try {
        batches.handle(requests(open), result -> publish(takeDone(open, result), result));
        return true;
      } catch (Exception | Error e) {
        List<PendingRequest> again = afterFailure(List.copyOf(open), e, failures);
        if (again.isEmpty()) {
          return !mayPass(e);
        }
        open.clear();
        open.addAll(again);
      }
    }
    return true;
  }

  /** Takes those away that have the result's answers, in their order. */
  private static List<PendingRequest> takeDone(List<PendingRequest> open, BatchResult result) {
    List<PendingRequest> done = new ArrayList<>();
    List<PendingRequest> left = new ArrayList<>();
    for (PendingRequest pending : open) {
      boolean isDone =
          done.size() < result.batch().size()
              && result.batch().get(done.size()) == pending.request();
      (isDone ? done : left).add(pending);
    }
    open.clear();
    open.addAll(left);
    return done;
  }

  /** Those that are to be tried again; the others have their answers. */
  private List<PendingRequest> afterFailure(
      List<PendingRequest> batch, Throwable failure, int failures) {
    List<PendingRequest> open = isInDoubt(failure) ? repeatable(batch, failure) : batch;
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
  private List<PendingRequest> repeatable(List<PendingRequest> batch, Throwable failure) {
    List<PendingRequest> open = new ArrayList<>();
    List<PendingRequest> inDoubt = new ArrayList<>();
    batch.forEach(pending -> (pending.request().isRepeatable() ? open : inDoubt).add(pending));
    fail(inDoubt, new StoreUnavailableException("The commit broke off.", failure));
    return open;
  }

  /**
   * The store may be there, and the fault lie in one of the batch: a value, or a lock that somebody
   * holds. It is away if it fails for several in a row.
   */
  private void oneByOne(List<PendingRequest> batch, Throwable failure, int failures) {
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
      inVain = process(batch.subList(i, i + 1), failures) ? 0 : inVain + 1;
    }
  }

  private static List<EngineRequest> requests(List<PendingRequest> batch) {
    return batch.stream().map(PendingRequest::request).toList();
  }

  private static boolean mayPass(Throwable e) {
    return e instanceof StoreUnavailableException || isInDoubt(e);
  }

  /** Whether it is unknown what has happened of the work that it ended. */
  static boolean isInDoubt(Throwable e) {
    return e instanceof CommitInDoubtException
        || e instanceof TransactionalException
        || e instanceof RollbackException;
  }

  private void publish(List<PendingRequest> batch, BatchResult result) {
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

  private static void answer(List<PendingRequest> batch, BatchResult result) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).answer().complete(result.answers().get(i));
    }
  }

  private void fail(List<PendingRequest> batch, Throwable failure) {
    if (batch.isEmpty()) {
      return;
    }
    log(batch, failure);
    Throwable cause =
        mayPass(failure) ? new StoreUnavailableException("The store failed.", failure) : failure;
    later(() -> batch.forEach(pending -> pending.answer().completeExceptionally(cause)));
  }

  private static void log(List<PendingRequest> batch, Throwable failure) {
    String first = LogText.of(batch.get(0).request().subject());
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
