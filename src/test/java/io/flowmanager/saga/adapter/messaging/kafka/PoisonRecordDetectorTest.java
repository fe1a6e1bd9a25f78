// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.inbox.LogPosition;
import io.flowmanager.saga.application.inbox.MessageContent.Readable;
import io.flowmanager.saga.application.inbox.MessageContent.Unreadable;
import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class PoisonRecordDetectorTest {

  private final PoisonRecordDetector block = new PoisonRecordDetector();

  @Test
  void recordThatTheStoreWillNeverTakeIsSkippedAtOnce() {
    block.failed(8, new CompletionException(new UnstorableException("too long", null)));

    EngineRequest.Consume next = block.checked(message(8));

    assertThat(next.content())
        .isInstanceOfSatisfying(
            Unreadable.class,
            skipped -> {
              assertThat(skipped.reason()).isEqualTo(SkipReason.FAILED);
              assertThat(skipped.detail()).contains("too long");
            });
  }

  @Test
  void recordBehindItIsNot() {
    block.failed(8, new UnstorableException("too long", null));

    assertThat(block.checked(message(9)).content()).isInstanceOf(Readable.class);
  }

  @Test
  void recordIsNeverSkippedWhileTheStoreIsAway() {
    for (int i = 0; i < 20; i++) {
      block.failed(8, new StoreUnavailableException("away", null));
    }

    assertThat(block.checked(message(8)).content()).isInstanceOf(Readable.class);
  }

  @Test
  void recordAtWhichTheEngineFailsIsSkippedAfterFiveTries() {
    for (int i = 0; i < 4; i++) {
      block.failed(8, new IllegalStateException("a fault of ours"));
    }
    assertThat(block.checked(message(8)).content()).isInstanceOf(Readable.class);

    block.failed(8, new IllegalStateException("a fault of ours"));

    assertThat(block.checked(message(8)).content()).isInstanceOf(Unreadable.class);
  }

  private static EngineRequest.Consume message(long next) {
    var partition = new LogPartition(new FlowName("order"), "events", "group", "topic", 0);
    var event =
        new Event(new SagaId("saga-1"), "paid", JsonValue.EMPTY_JSON_OBJECT, Optional.empty());
    return new EngineRequest.Consume(
        new LogPosition(partition, next - 1, ConsumerPosition.at(next)),
        new Readable(event),
        Optional.empty());
  }
}
