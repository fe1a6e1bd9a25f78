// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.channel;

import io.flowmanager.saga.domain.flow.FlowName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;

/** The open channels of all flows. */
public final class Channels implements AutoCloseable {

  private final Map<Key, CommandChannel> channels;

  /** Identifies a channel: its id is unique within its flow. */
  public record Key(FlowName flow, String channel) {

    /** The name of the channel in logs and threads. */
    @Override
    public String toString() {
      return flow + "/" + channel;
    }
  }

  public Channels(Map<Key, CommandChannel> channels) {
    this.channels = Map.copyOf(channels);
  }

  /**
   * As {@link CommandChannel#send}. The stage also fails if the channel throws, or if the loaded
   * flow has no channel with that id.
   */
  public CompletionStage<Void> send(Key key, Outgoing message) {
    CommandChannel channel = channels.get(key);
    if (channel == null) {
      String sentence =
          "The flow " + key.flow() + " as it is loaded has no channel \"" + key.channel() + "\".";
      return CompletableFuture.failedFuture(new IllegalStateException(sentence));
    }
    try {
      return channel.send(message);
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Every channel that is open. */
  public Set<Key> keys() {
    return channels.keySet();
  }

  /** Starts them all. */
  public void start(ThreadFactory threads) {
    channels.values().forEach(channel -> channel.start(threads));
  }

  /** For every channel that keeps a connection, whether it is up. */
  public Map<Key, Connection> connections() {
    var connections = new LinkedHashMap<Key, Connection>();
    channels.forEach(
        (key, channel) -> channel.connection().ifPresent(state -> connections.put(key, state)));
    return connections;
  }

  @Override
  public void close() {
    channels.values().forEach(CommandChannel::close);
  }
}
