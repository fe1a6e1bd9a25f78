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

/** Sends dead letters to their destinations. Channels are independent: none waits for another. */
public final class ForwardDeadLetters {

  private final List<DeadLetterQueue> queues;

  /**
   * @param timeout how long the acknowledgement of one round may take
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

  /** Starts connecting. */
  public void start(ThreadFactory threads) {
    queues.forEach(queue -> queue.start(threads));
  }

  /** One task for each channel, to be run periodically, each by one thread at a time. */
  public List<Runnable> tasks() {
    return queues.stream().<Runnable>map(queue -> queue::forward).toList();
  }

  /** Stops running tasks and closes all connections, within about that time. */
  public void close(Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    queues.forEach(DeadLetterQueue::stop);
    queues.forEach(queue -> queue.close(deadline.remaining()));
  }
}
