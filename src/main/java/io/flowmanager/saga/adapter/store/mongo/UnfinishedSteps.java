// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.SagaId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** Steps that are stored, and whose commands are not known to be in the outbox. */
record UnfinishedSteps(MongoLink link, PendingHandover handover) {

  /** What {@link #finish} needs of a document. */
  static final Bson PARTS =
      Projections.include("sagaId", OwnKey.STEP, OwnKey.PENDING, OwnKey.PENDING_SINCE);

  private static final RateLimitedLog LOG = RateLimitedLog.of(UnfinishedSteps.class);

  /** A node that has stored a step hands its commands over within that time. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(10);

  private static final int AT_ONCE = 100;

  /** So many failures in a row mean that the outbox or the collection is away. */
  private static final int GIVE_UP_AFTER = 3;

  /**
   * Finishes the step of the document. Its node may still send the commands, so its lease stays.
   */
  void finish(SagaId saga, StoredDocument document) {
    finish(saga, document, UnaryOperator.identity());
  }

  private void finish(SagaId saga, StoredDocument document, UnaryOperator<PendingCommand> lease) {
    List<PendingCommand> commands =
        link.failures().understood(document.raw(), () -> pending(saga, document));
    if (!commands.isEmpty()) {
      long step = document.own().orElseThrow().step();
      handover.run(saga, step, commands.stream().map(lease).toList());
    }
  }

  private static List<PendingCommand> pending(SagaId saga, StoredDocument document) {
    return document.own().map(own -> own.pending(saga)).orElse(List.of());
  }

  /** Finishes steps that their nodes have left; their commands are due now. */
  void recover(Instant now) {
    int failures = 0;
    for (BsonDocument document : leftBefore(now.minus(UNDER_WAY))) {
      failures = recover(document, now) ? 0 : failures + 1;
      if (failures == GIVE_UP_AFTER) {
        return;
      }
    }
  }

  private List<BsonDocument> leftBefore(Instant time) {
    return link.read(
        collection ->
            collection
                .find(Filters.lt(OwnKey.PENDING_SINCE, Date.from(time)))
                .projection(PARTS)
                .sort(Sorts.ascending(OwnKey.PENDING_SINCE))
                .limit(AT_ONCE)
                .into(new ArrayList<>()));
  }

  private boolean recover(BsonDocument raw, Instant now) {
    try {
      StoredDocument document = StoredDocument.of(raw);
      finish(document.saga(), document, command -> command.leasedUntil(now));
      return true;
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "recover",
          () -> "Commands of a stored step are not in the outbox yet: " + e.getMessage());
      return false;
    }
  }
}
