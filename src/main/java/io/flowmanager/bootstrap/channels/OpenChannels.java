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
    if (definition instanceof ChannelDefinition.Rest rest) {
      return Optional.of(new RestChannel(http, rest.endpoint(), relay.sendTimeout(), values::text));
    }
    if (definition instanceof ChannelDefinition.Jms jms) {
      return jms(key, jms);
    }
    if (definition instanceof ChannelDefinition.Kafka kafka) {
      return Optional.of(kafka)
          .filter(one -> !one.outputTopics().isEmpty())
          .map(one -> kafka(key, one));
    }
    throw new IllegalStateException("The flow checks accepted a channel that cannot be opened.");
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

  private CommandChannel kafka(Channels.Key key, ChannelDefinition.Kafka definition) {
    return new KafkaChannel(
        key.toString(),
        definition.outputTopics(),
        watches.of(key, definition),
        new ProducerSettings(relay.sendTimeout()));
  }
}
