// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.kafka.ReadPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionQueueTest {

  private final List<Long> handed = new ArrayList<>();
  private final List<CompletableFuture<Boolean>> ends = new ArrayList<>();
  private final List<BooleanSupplier> questions = new ArrayList<>();
  private static final long START = 0;

  private final PartitionQueue queue =
      new PartitionQueue(
          (entry, isOurs) -> {
            handed.add(entry.offset());
            questions.add(isOurs);
            var end = new CompletableFuture<Boolean>();
            ends.add(end);
            return end;
          },
          3);

  @BeforeEach
  void locate() {
    queue.locate(new ReadPosition(START, Optional.of("one"), Optional.empty()));
  }

  /** Up to which offset everything is done. */
  private long done() {
    return queue.done().orElseThrow().next();
  }

  private void take(long from, long to) {
    queue.take(
        LongStream.range(from, to)
            .mapToObj(offset -> new ConsumerRecord<>("topic", 0, offset, new byte[0], new byte[0]))
            .toList());
    queue.step();
  }

  private void end(int index) {
    ends.get(index).complete(true);
    queue.step();
  }

  @Test
  void onlySoManyAreHandledAtOnce() {
    take(10, 15);

    assertThat(handed).containsExactly(10L, 11L, 12L);
    assertThat(queue.isHungry()).isFalse();
    end(1);
    assertThat(handed).containsExactly(10L, 11L, 12L, 13L);
  }

  @Test
  void nothingIsDoneBehindWhatIsNot() {
    take(10, 13);
    assertThat(done()).isEqualTo(START);
    end(2);
    end(1);
    assertThat(done()).isEqualTo(START);

    end(0);

    assertThat(done()).isEqualTo(13);
  }

  @Test
  void oneThatTakesLongDoesNotHoldUpTheOthers() {
    take(0, 100);
    for (int i = 1; i < 100; i++) {
      end(i);
    }

    assertThat(handed).hasSize(100);
    assertThat(queue.isHungry()).isTrue();
    assertThat(done()).isEqualTo(START);
    end(0);
    assertThat(done()).isEqualTo(100);
  }

  @Test
  void notTooManyAreRememberedBehindOneThatTakesLong() {
    take(0, 20_000);
    for (int i = 1; i < ends.size(); i++) {
      end(i);
    }

    assertThat(handed).hasSize(10_000);
    end(0);
    assertThat(handed).hasSizeGreaterThan(10_000);
  }

  @Test
  void offsetsThatAreMissingInTheLogAreNoGap() {
    take(5, 6);
    take(9, 10);
    end(0);
    end(1);

    assertThat(done()).isEqualTo(10);
  }

  @Test
  void whatWasGivenUpOrWentWrongIsNotDone() {
    take(0, 3);
    end(0);
    ends.get(1).complete(false);
    end(2);
    assertThat(done()).isEqualTo(1);

    take(3, 5);
    ends.get(3).completeExceptionally(new IllegalStateException("unforeseen"));

    assertThat(done()).isEqualTo(1);
  }

  @Test
  void recordThatNobodyWillHandleAnyMoreEndsTheReading() {
    take(0, 1);
    ends.get(0).completeExceptionally(new IllegalStateException("unforeseen"));

    assertThatThrownBy(queue::step).hasMessageContaining("unforeseen");
    assertThat(done()).isEqualTo(START);
  }

  @Test
  void topicThatWasMadeAnewIsReadWhenTheOldOnesRecordsAreDone() {
    take(0, 5);
    queue.see(Optional.empty());
    assertThat(queue.isLost()).isFalse();

    queue.see(Optional.of("another"));
    take(5, 6);
    assertThat(queue.isHungry()).isFalse();
    assertThat(queue.isLost()).isFalse();
    for (int i = 0; i < 5; i++) {
      end(i);
    }

    assertThat(handed).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(queue.isLost()).isTrue();
    assertThat(queue.done()).contains(new ReadPosition(5, Optional.of("one"), Optional.empty()));
  }

  @Test
  void aQueueThatIsHeldHandsNothingOnAndSaysSo() {
    take(0, 5);
    assertThat(questions).allMatch(BooleanSupplier::getAsBoolean);

    queue.hold();
    take(5, 6);
    end(0);

    assertThat(handed).hasSize(3);
    assertThat(questions).noneMatch(BooleanSupplier::getAsBoolean);
    assertThat(done()).isEqualTo(1);
    assertThat(queue.ended()).isNotDone();
    end(1);
    end(2);
    assertThat(queue.ended()).isDone();
  }
}
