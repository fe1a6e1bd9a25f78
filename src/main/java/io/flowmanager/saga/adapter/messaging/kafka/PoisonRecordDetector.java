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
 * Detects at which record of a partition the engine fails again and again, so that the record is
 * skipped in the end and its partition goes on; at once if the store will never take it. That the
 * store is away is no fault of a record.
 */
final class PoisonRecordDetector {

  private static final int MAX_FAILURES = 5;

  private long next = -1;
  private int failures;
  private boolean isUnstorable;
  private String reason = "";

  /** The record that ends there could not be handled. */
  void failed(long recordEnd, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof StoreUnavailableException) {
      return;
    }
    failures = recordEnd == next ? failures + 1 : 1;
    next = recordEnd;
    isUnstorable = cause instanceof UnstorableException;
    reason = "The engine failed " + failures + " times, at last with " + cause + ".";
  }

  /** The message, or, of a record that has failed too often, one that will be skipped. */
  EngineRequest.Consume checked(EngineRequest.Consume message) {
    boolean isHopeless =
        message.position().next() == next && (isUnstorable || failures >= MAX_FAILURES);
    return isHopeless
        ? new EngineRequest.Consume(
            message.position(), new Unreadable(SkipReason.FAILED, reason), message.raw())
        : message;
  }
}
