// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.platform.log.LogText;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.telemetry.Telemetry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Sends the dead letters of one channel to their destination, each at least once: a dead letter is
 * removed only when the destination has acknowledged it. A dead letter that is refused is skipped
 * and retried later. When the destination accepts none, all wait. To be used by one thread at a
 * time, except for {@link #stop}.
 */
final class DeadLetterQueue {

  private static final Logger LOG = System.getLogger("io.flowmanager.saga");
  private static final int AT_ONCE = 25;
  private static final Duration TELL_INTERVAL = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private final Channels.Key key;
  private final DeadLetterChannel channel;
  private final Around around;
  private Optional<DeadLetter> passedOver = Optional.empty();
  private Instant notBefore = Instant.MIN;
  private Instant fromTheFirstAt = Instant.MAX;
  private Instant toldAt = Instant.EPOCH;
  private int untold;
  private int failures;
  private volatile boolean stopped;

  /**
   * What a queue works with.
   *
   * @param timeout how long the acknowledgement of one round may take
   */
  record Around(InboxTransactions inbox, Telemetry telemetry, Clock clock, Duration timeout) {}

  private record Attempt(DeadLetter letter, CompletableFuture<Void> end) {

    boolean isSent() {
      return end.isDone() && !end.isCompletedExceptionally();
    }

    boolean isRefused() {
      return failure() instanceof RefusedDeadLetterException;
    }

    /** Null when there is none. */
    Throwable failure() {
      return end.handle((sent, failure) -> cause(failure)).getNow(null);
    }

    private static Throwable cause(Throwable failure) {
      return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    String reason() {
      return failure() == null ? "There was no answer in time." : failure().getMessage();
    }
  }

  DeadLetterQueue(Channels.Key key, DeadLetterChannel channel, Around around) {
    this.key = key;
    this.channel = channel;
    this.around = around;
  }

  void start(ThreadFactory threads) {
    channel.start(threads);
  }

  /** Sends the stored dead letters. Those that fail remain for a later call. */
  void forward() {
    Instant now = around.clock().instant();
    if (now.isBefore(notBefore)) {
      return;
    }
    if (!now.isBefore(fromTheFirstAt)) {
      passedOver = Optional.empty();
      fromTheFirstAt = Instant.MAX;
    }
    try {
      forwardAll();
    } catch (RuntimeException e) {
      // Any exception: a scheduled task that throws is never run again.
      pause();
      LOG.log(
          Level.WARNING,
          "Dead letters of {0} could not be sent and will be retried: {1}",
          key,
          LogText.of(e.toString()));
    }
  }

  private void forwardAll() {
    boolean goesOn = true;
    while (goesOn && !stopped) {
      List<DeadLetter> letters = around.inbox().deadLetters(key, passedOver, AT_ONCE);
      List<Attempt> unsent = unsent(send(letters));
      if (!unsent.isEmpty()) {
        unsent = againOneByOne(unsent);
      }
      goesOn = isToGoOn(letters, unsent) && letters.size() == AT_ONCE;
    }
  }

  private boolean isToGoOn(List<DeadLetter> letters, List<Attempt> unsent) {
    if (unsent.isEmpty()) {
      failures = fromTheFirstAt == Instant.MAX ? 0 : failures;
      return true;
    }
    Attempt last = unsent.get(unsent.size() - 1);
    if (last.isRefused()) {
      passedOver = Optional.of(letters.get(letters.size() - 1));
      comeBack();
    } else if (!stopped) {
      pause();
    }
    tell(unsent.size(), last.reason());
    return last.isRefused();
  }

  private void tell(int count, String reason) {
    untold += count;
    Instant now = around.clock().instant();
    if (now.isBefore(toldAt.plus(TELL_INTERVAL))) {
      return;
    }
    LOG.log(
        Level.WARNING,
        "{0} dead letters of {1} could not be sent and will be retried: {2}",
        Integer.toString(untold),
        key,
        LogText.of(reason));
    toldAt = now;
    untold = 0;
  }

  /** Sent alone, a dead letter shows whether it is the cause of the failure, or the connection. */
  private List<Attempt> againOneByOne(List<Attempt> unsent) {
    List<Attempt> left = new ArrayList<>();
    for (int i = 0; i < unsent.size() && !stopped; i++) {
      left.addAll(unsent(send(List.of(unsent.get(i).letter()))));
      if (!left.isEmpty() && !left.get(left.size() - 1).isRefused()) {
        left.addAll(0, unsent.subList(i + 1, unsent.size()));
        return left;
      }
    }
    return left;
  }

  private static List<Attempt> unsent(List<Attempt> attempts) {
    return attempts.stream().filter(attempt -> !attempt.isSent()).toList();
  }

  /** Sends them together, waits, and removes those that were acknowledged. */
  private List<Attempt> send(List<DeadLetter> letters) {
    List<Attempt> attempts =
        letters.stream()
            .map(letter -> new Attempt(letter, channel.send(letter).toCompletableFuture()))
            .toList();
    CompletableFuture.allOf(attempts.stream().map(Attempt::end).toArray(CompletableFuture[]::new))
        .exceptionally(failure -> null)
        .completeOnTimeout(null, around.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .join();
    List<DeadLetter> sent = attempts.stream().filter(Attempt::isSent).map(Attempt::letter).toList();
    if (!sent.isEmpty()) {
      around.inbox().remove(sent);
    }
    sent.forEach(letter -> around.telemetry().messageDeadLettered(key.flow(), key.channel()));
    return attempts;
  }

  /** Stops sending for a while. */
  private void pause() {
    notBefore = around.clock().instant().plus(nextPause());
  }

  /** The skipped ones are retried after a while, with all that follow them. */
  private void comeBack() {
    if (fromTheFirstAt == Instant.MAX) {
      fromTheFirstAt = around.clock().instant().plus(nextPause());
    }
  }

  private Duration nextPause() {
    long millis = FIRST_PAUSE.toMillis() << Math.min(failures, 10);
    failures++;
    return Duration.ofMillis(Math.min(millis, LONGEST_PAUSE.toMillis()));
  }

  /** Makes a running call of {@link #forward} return soon. */
  void stop() {
    stopped = true;
  }

  void close(Duration timeout) {
    channel.close(timeout);
  }
}
