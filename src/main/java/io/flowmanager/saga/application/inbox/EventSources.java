// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** The event sources of all flows: the incoming sides of their channels. */
public final class EventSources {

  private final Map<Channels.Key, EventSource> sources;

  public EventSources(Map<Channels.Key, EventSource> sources) {
    this.sources = Map.copyOf(sources);
  }

  /** Starts them all. */
  public void start(ThreadFactory threads) {
    sources.values().forEach(source -> source.start(threads));
  }

  /** For every source, whether its broker can be reached. */
  public Map<Channels.Key, Connection> connections() {
    var connections = new LinkedHashMap<Channels.Key, Connection>();
    sources.forEach((key, source) -> connections.put(key, source.connection()));
    return connections;
  }

  /** Stops reading from all of them. */
  public void hold() {
    sources.values().forEach(EventSource::hold);
  }

  /** Closes them one after the other, within about that time in total. */
  public void close(Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    sources.values().forEach(source -> source.close(deadline.remaining()));
  }
}
