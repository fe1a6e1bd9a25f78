// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.remote.HandOverCommands;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import java.lang.System.Logger.Level;
import java.util.List;
import org.bson.conversions.Bson;

/** Takes commands of a stored step from the saga's document to the server's outbox. */
record PendingHandover(MongoLink link, HandOverCommands outbox) {

  private static final RateLimitedLog LOG = RateLimitedLog.of(PendingHandover.class);
  private static final Bson NOTHING_PENDING =
      Updates.combine(Updates.unset(OwnKey.PENDING), Updates.unset(OwnKey.PENDING_SINCE));

  /**
   * Stores the commands in the outbox, then takes them out of the document.
   *
   * @param step that they belong to
   * @throws StoreUnavailableException when they are not known to be in the outbox; they stay in the
   *     document then
   */
  void run(SagaId saga, long step, List<PendingCommand> commands) {
    store(commands);
    remove(saga, step);
  }

  /** Somebody who finished the step at the same moment makes the first attempt fail. */
  private void store(List<PendingCommand> commands) {
    try {
      outbox.handOver(commands);
    } catch (RuntimeException first) {
      again(commands);
    }
  }

  private void again(List<PendingCommand> commands) {
    try {
      outbox.handOver(commands);
    } catch (RuntimeException e) {
      throw new StoreUnavailableException(
          "The outbox does not take the commands of a stored step now: " + e.getMessage(), e);
    }
  }

  /** Not done, it costs a repeat of the commands: the outbox has them. */
  private void remove(SagaId saga, long step) {
    Bson thatStep = Filters.and(Filters.eq("sagaId", saga.value()), Filters.eq(OwnKey.STEP, step));
    try {
      link.read(collection -> collection.updateOne(thatStep, NOTHING_PENDING));
    } catch (StoreUnavailableException e) {
      LOG.log(
          Level.WARNING,
          "remove",
          () -> "Commands of saga " + saga + " may be sent twice: " + e.getMessage());
    }
  }
}
