// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.concurrent.Standstill;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.engine.Lanes;
import io.flowmanager.saga.application.inbox.EventSources;
import io.flowmanager.saga.application.inbox.ForwardDeadLetters;
import io.flowmanager.saga.application.relay.RelayCommands;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/** The engine: what has threads of its own, started and stopped in order. */
@SingletonBean
public record Engine(
    Lanes lanes,
    RelayCommands relay,
    Channels channels,
    EventSources sources,
    ForwardDeadLetters deadLetters) {

  private static final Duration LAST_LETTERS = Duration.ofSeconds(2);

  @Inject
  public Engine {}

  public void start(ThreadFactory threads) {
    relay.start(threads);
    lanes.start(threads);
  }

  /** Connects to brokers; until then their channels fail sends, or keep them waiting. */
  public void startBrokers(ThreadFactory threads) {
    channels.start(threads);
    sources.start(threads);
    deadLetters.start(threads);
  }

  /** Everything that has waiting work and has made no progress for that long. */
  public List<Standstill> standstills(Duration limit) {
    return Stream.concat(lanes.standstills(limit).stream(), relay.standstills(limit).stream())
        .toList();
  }

  /** Of every channel with a connection; of two sides of one channel, the one that is down. */
  public Map<Channels.Key, Connection> connections() {
    Map<Channels.Key, Connection> all = new LinkedHashMap<>(channels.connections());
    sources
        .connections()
        .forEach((key, other) -> all.merge(key, other, (one, two) -> one.up() ? two : one));
    return all;
  }

  /** Stops reading from brokers. */
  public void hold() {
    sources.hold();
  }

  /**
   * Stops accepting work, waits for running work, then closes the connections, all by the deadline.
   *
   * @return whether all accepted work is done and recorded
   */
  public boolean stop(Deadline deadline, boolean hasBrokers) {
    boolean isHandled = lanes.stop(deadline.remaining());
    boolean isNoted = relay.stop(deadline.remaining());
    if (hasBrokers) {
      sources.close(deadline.remaining());
      Duration left = deadline.remaining();
      deadLetters.close(left.compareTo(LAST_LETTERS) < 0 ? left : LAST_LETTERS);
      channels.close();
    }
    return isHandled && isNoted;
  }
}
