// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.inbox.MessageContent.Unreadable;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import java.util.concurrent.CompletionException;

/**
 * Detects a record at which the engine fails repeatedly, so that the record is skipped and its
 * partition continues. A record that the store can never store is skipped at once. An unavailable
 * store is not counted as a failure of a record.
 */
final class PoisonRecordDetector {

  private static final int MAX_FAILURES = 5;

  private long next = -1;
  private int failures;
  private boolean isUnstorable;
  private String reason = "";

  /** Reports that the record that ends at this offset could not be handled. */
  void failed(long recordEnd, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof StoreUnavailableException) {
      return;
    }
    failures = recordEnd == next ? failures + 1 : 1;
    next = recordEnd;
    isUnstorable = cause instanceof UnstorableException;
    reason = "The engine failed " + failures + " times, last with " + cause + ".";
  }

  /** Returns the message, or a message to be skipped if its record has failed too often. */
  EngineRequest.Consume checked(EngineRequest.Consume message) {
    boolean isHopeless =
        message.position().next() == next && (isUnstorable || failures >= MAX_FAILURES);
    return isHopeless
        ? new EngineRequest.Consume(
            message.position(), new Unreadable(SkipReason.FAILED, reason), message.raw())
        : message;
  }
}
