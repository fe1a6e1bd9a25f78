// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.channels;

import io.flowmanager.bootstrap.flows.FlowChecks;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.jms.Address;
import io.flowmanager.platform.kafka.ProducerSettings;
import io.flowmanager.saga.adapter.channel.jms.JmsChannel;
import io.flowmanager.saga.adapter.channel.kafka.KafkaChannel;
import io.flowmanager.saga.adapter.channel.rest.RestChannel;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens the channel of each definition. */
public final class OpenChannels {

  private final HttpCalls http;
  private final DeliverySettings relay;
  private final FlowChecks values;
  private final KafkaWatches watches;
  private final JmsLinks links;

  public OpenChannels(
      DeliverySettings relay,
      FlowChecks values,
      KafkaWatches watches,
      JmsLinks links,
      HttpCalls http) {
    this.relay = relay;
    this.values = values;
    this.watches = watches;
    this.links = links;
    this.http = http;
  }

  public Channels open(FlowCatalog flows) {
    Map<Channels.Key, CommandChannel> channels = new HashMap<>();
    for (Flow flow : flows.all()) {
      for (ChannelDefinition definition : flow.definition().channels()) {
        var key = new Channels.Key(flow.name(), definition.id());
        open(key, definition).ifPresent(channel -> channels.put(key, channel));
      }
    }
    return new Channels(channels);
  }

  /** Empty for a channel that only receives events. */
  private Optional<CommandChannel> open(Channels.Key key, ChannelDefinition definition) {
    return definition.fold(
        rest -> Optional.of(rest(rest)), kafka -> kafka(key, kafka), jms -> jms(key, jms));
  }

  private CommandChannel rest(ChannelDefinition.Rest channel) {
    return new RestChannel(http, channel.endpoint(), relay.sendTimeout(), values::text);
  }

  private Optional<CommandChannel> jms(Channels.Key key, ChannelDefinition.Jms channel) {
    List<Address> targets =
        Stream.concat(
                channel.outputQueues().stream().map(Address::queue),
                channel.outputTopics().stream().map(Address::topic))
            .toList();
    return targets.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new JmsChannel(
                key.toString(), links.open(key, "out", channel), targets, relay.sendTimeout()));
  }

  private Optional<CommandChannel> kafka(Channels.Key key, ChannelDefinition.Kafka channel) {
    return channel.outputTopics().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KafkaChannel(
                key.toString(),
                channel.outputTopics(),
                watches.of(key, channel),
                new ProducerSettings(relay.sendTimeout())));
  }
}
