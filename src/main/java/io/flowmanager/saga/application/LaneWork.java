// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a lane does with a batch: one transaction for all of it; when that fails, one for each, so
 * that one bad event fails alone. After the commit the commands go to the relay and the callers get
 * their answers, on other threads: a caller that is slow to read must not hold up the lane.
 */
public final class LaneWork {

  private static final Logger LOG = System.getLogger(LaneWork.class.getName());
  private static final int TRIES = 3;

  private final Function<List<Intake>, BatchResult> transaction;
  private final List<Consumer<BatchResult>> followers;
  private final Executor answers;

  /**
   * @param transaction handles a batch atomically, as {@link HandleIntakes#handle} does
   * @param followers get each committed result, per saga in order, before the callers get their
   *     answers
   * @param answers runs what waits for answers
   */
  public LaneWork(
      Function<List<Intake>, BatchResult> transaction,
      List<Consumer<BatchResult>> followers,
      Executor answers) {
    this.transaction = transaction;
    this.followers = List.copyOf(followers);
    this.answers = answers;
  }

  /** The same work; those who wait for answers get them on the thread that does it. */
  LaneWork answeringItself() {
    return new LaneWork(transaction, followers, Runnable::run);
  }

  void handle(List<Ticket> batch) {
    if (batch.size() == 1) {
      handleAlone(batch.get(0));
      return;
    }
    BatchResult result;
    try {
      result = transaction.apply(batch.stream().map(Ticket::intake).toList());
    } catch (Exception | Error e) {
      LOG.log(
          Level.WARNING,
          "A batch of {0} failed and is handled one by one: {1}",
          Integer.toString(batch.size()),
          e);
      batch.forEach(ticket -> handleAfter(e, ticket));
      return;
    }
    publish(batch, result);
  }

  /** A commit that broke off may have happened: then only what can be recognised is repeated. */
  private void handleAfter(Throwable failure, Ticket ticket) {
    if (isInDoubt(failure) && !ticket.intake().isRepeatable()) {
      fail(ticket, new StoreUnavailableException("The commit broke off.", failure));
    } else {
      handleAlone(ticket);
    }
  }

  private void handleAlone(Ticket ticket) {
    BatchResult result;
    try {
      result = tryAlone(ticket.intake(), TRIES);
    } catch (Exception | Error e) {
      fail(ticket, e);
      return;
    }
    publish(List.of(ticket), result);
  }

  private void fail(Ticket ticket, Throwable cause) {
    LOG.log(Level.ERROR, "Could not handle " + ticket.intake().subject(), cause);
    later(() -> ticket.answer().completeExceptionally(cause));
  }

  private BatchResult tryAlone(Intake intake, int tries) {
    try {
      return transaction.apply(List.of(intake));
    } catch (Exception e) {
      if (!mayPass(e)) {
        throw e;
      }
      if (tries > 1 && (intake.isRepeatable() || !isInDoubt(e))) {
        return tryAlone(intake, tries - 1);
      }
      throw new StoreUnavailableException("The store failed.", e);
    }
  }

  private static boolean mayPass(Exception e) {
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
            Level.ERROR, "A committed batch of " + batch.size() + " could not be followed up", e);
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
}
