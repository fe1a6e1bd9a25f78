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

/** Where events come in by themselves: the reading sides of the channels of all flows. */
public final class EventSources {

  private final Map<Channels.Key, EventSource> sources;

  public EventSources(Map<Channels.Key, EventSource> sources) {
    this.sources = Map.copyOf(sources);
  }

  /** Starts them all. */
  public void start(ThreadFactory threads) {
    sources.values().forEach(source -> source.start(threads));
  }

  /** Of every source, whether its broker can be reached. */
  public Map<Channels.Key, Connection> connections() {
    var connections = new LinkedHashMap<Channels.Key, Connection>();
    sources.forEach((key, source) -> connections.put(key, source.connection()));
    return connections;
  }

  /** Holds them all. */
  public void hold() {
    sources.values().forEach(EventSource::hold);
  }

  /** Closes them one after the other, all within about that time. */
  public void close(Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    sources.values().forEach(source -> source.close(deadline.remaining()));
  }
}
