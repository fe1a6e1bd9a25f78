// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** Passes dead letters on: those of each channel by themselves, so that none waits for another. */
public final class ForwardDeadLetters {

  private final List<DeadLetterQueue> queues;

  /**
   * @param timeout how long one round of letters may take to be acknowledged
   */
  public ForwardDeadLetters(
      Map<Channels.Key, DeadLetterChannel> channels,
      InboxTransactions inbox,
      Telemetry telemetry,
      Clock clock,
      Duration timeout) {
    var around = new DeadLetterQueue.Around(inbox, telemetry, clock, timeout);
    this.queues =
        channels.entrySet().stream()
            .map(entry -> new DeadLetterQueue(entry.getKey(), entry.getValue(), around))
            .toList();
  }

  /** Begins to connect. */
  public void start(ThreadFactory threads) {
    queues.forEach(queue -> queue.start(threads));
  }

  /** One task for each channel, to be run now and then, each by one thread at a time. */
  public List<Runnable> tasks() {
    return queues.stream().<Runnable>map(queue -> queue::forward).toList();
  }

  /** Ends what is at work and closes all connections, within about that time. */
  public void close(Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    queues.forEach(DeadLetterQueue::stop);
    queues.forEach(queue -> queue.close(deadline.remaining()));
  }
}
