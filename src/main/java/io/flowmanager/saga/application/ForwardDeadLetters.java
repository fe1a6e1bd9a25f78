// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.platform.concurrent.Deadline;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Passes dead letters on, at least once each: a letter is forgotten only when the other side has
 * it. To be called by one thread at a time.
 */
public final class ForwardDeadLetters {

  private static final Logger LOG = System.getLogger("io.flowmanager.saga");
  private static final int AT_ONCE = 100;

  private final Map<Channels.Key, DeadLetterChannel> channels;
  private final KeepInbox inbox;
  private final Telemetry telemetry;
  private final Duration patience;

  /**
   * @param patience how long one round of letters may take to be acknowledged
   */
  public ForwardDeadLetters(
      Map<Channels.Key, DeadLetterChannel> channels,
      KeepInbox inbox,
      Telemetry telemetry,
      Duration patience) {
    this.channels = Map.copyOf(channels);
    this.inbox = inbox;
    this.telemetry = telemetry;
    this.patience = patience;
  }

  /** Passes on what is kept; to be called now and then. What fails stays for the next time. */
  public void handle() {
    if (channels.isEmpty()) {
      return;
    }
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = forwardSome();
      }
    } catch (StoreUnavailableException | TransactionalException e) {
      LOG.log(Level.DEBUG, "Dead letters cannot be read or forgotten now: {0}", e.getMessage());
    }
  }

  /** Whether all of a whole round are gone, so that there may be more. */
  private boolean forwardSome() {
    List<DeadLetter> letters = inbox.deadLetters(channels.keySet(), AT_ONCE);
    List<DeadLetter> gone = sent(letters);
    if (!gone.isEmpty()) {
      inbox.remove(gone);
    }
    gone.forEach(
        letter -> telemetry.messageDeadLettered(channel(letter).flow(), channel(letter).channel()));
    return gone.size() == AT_ONCE;
  }

  private List<DeadLetter> sent(List<DeadLetter> letters) {
    List<CompletableFuture<Void>> sends = letters.stream().map(this::send).toList();
    CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> logged(letters.size(), failure))
        .join();
    var gone = new ArrayList<DeadLetter>();
    for (int i = 0; i < letters.size(); i++) {
      if (sends.get(i).isDone() && !sends.get(i).isCompletedExceptionally()) {
        gone.add(letters.get(i));
      }
    }
    return gone;
  }

  private CompletableFuture<Void> send(DeadLetter letter) {
    return channels.get(channel(letter)).send(letter).toCompletableFuture();
  }

  private static Void logged(int count, Throwable failure) {
    LOG.log(Level.WARNING, "Of {0} dead letters not all are passed on: {1}", count, failure);
    return null;
  }

  private static Channels.Key channel(DeadLetter letter) {
    return new Channels.Key(letter.partition().flow(), letter.partition().channel());
  }

  /** Lets go of all connections, one after the other, all within about that time. */
  public void close(Duration patience) {
    Deadline deadline = Deadline.after(patience);
    channels.values().forEach(channel -> channel.close(deadline.remaining()));
  }
}
