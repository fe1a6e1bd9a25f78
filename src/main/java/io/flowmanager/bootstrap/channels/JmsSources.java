// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.channels;

import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.platform.jms.Address;
import io.flowmanager.platform.jms.InputDestination;
import io.flowmanager.saga.adapter.messaging.jms.JmsDependencies;
import io.flowmanager.saga.adapter.messaging.jms.JmsInput;
import io.flowmanager.saga.adapter.messaging.jms.JmsSource;
import io.flowmanager.saga.adapter.messaging.jms.ServerTransaction;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.engine.ApplyEvents;
import io.flowmanager.saga.application.inbox.EventSource;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.telemetry.Telemetry;
import io.flowmanager.saga.domain.flow.ChannelDefinition.Jms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens the incoming sides of jms channels. */
public final class JmsSources {

  private final Settings.JmsSettings settings;
  private final JmsLinks links;
  private final Engine engine;

  /** What the sources pass their events to. */
  public record Engine(
      ApplyEvents applyEvents,
      ServerTransaction transaction,
      ReadMessage messages,
      Telemetry telemetry) {}

  public JmsSources(Settings.JmsSettings settings, JmsLinks links, Engine engine) {
    this.settings = settings;
    this.links = links;
    this.engine = engine;
  }

  /** Empty for a channel that only sends commands. */
  Optional<EventSource> open(Channels.Key key, Jms channel) {
    List<InputDestination> destinations = destinations(key, channel);
    return destinations.isEmpty()
        ? Optional.empty()
        : Optional.of(source(key, channel, destinations));
  }

  private EventSource source(Channels.Key key, Jms channel, List<InputDestination> destinations) {
    var input =
        new JmsInput(
            key.flow(),
            key.channel(),
            destinations,
            settings.consumers(),
            settings.maxBatch(),
            channel.deadLetterQueue().map(Address::queue));
    var around =
        new JmsDependencies(
            links.open(key, "in", channel), engine.messages(), links.backoff(), engine.telemetry());
    return channel.connectionFactory().isPresent()
        ? JmsSource.inTransaction(input, around, engine.transaction(), engine.applyEvents())
        : JmsSource.throughLanes(input, around, engine.applyEvents());
  }

  private static List<InputDestination> destinations(Channels.Key key, Jms channel) {
    Stream<Address> queues = channel.inputQueues().stream().map(Address::queue);
    Stream<Address> topics = channel.inputTopics().stream().map(Address::topic);
    return Stream.concat(queues, topics)
        .map(address -> new InputDestination(address, subscription(key, address)))
        .toList();
  }

  /**
   * All nodes of a flow share the subscription, so that each message of a topic is applied once.
   */
  private static String subscription(Channels.Key key, Address address) {
    return String.join("/", "flow-manager", key.flow().value(), key.channel(), address.name());
  }
}
