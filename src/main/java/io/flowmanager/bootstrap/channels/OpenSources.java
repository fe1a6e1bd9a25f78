// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.channels;

import io.flowmanager.platform.kafka.BrokerWatch;
import io.flowmanager.saga.adapter.messaging.kafka.KafkaDeadLetterChannel;
import io.flowmanager.saga.adapter.messaging.kafka.KafkaDependencies;
import io.flowmanager.saga.adapter.messaging.kafka.KafkaInput;
import io.flowmanager.saga.adapter.messaging.kafka.KafkaSource;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.inbox.DeadLetterChannel;
import io.flowmanager.saga.application.inbox.EventSource;
import io.flowmanager.saga.application.inbox.EventSources;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Opens the incoming side of each channel that has one, and its dead-letter destination. */
public record OpenSources(
    KafkaWatches watches, KafkaDependencies kafka, int maxInFlight, JmsSources jms) {

  public EventSources open(FlowCatalog flows) {
    Map<Channels.Key, EventSource> sources = new LinkedHashMap<>();
    for (Flow flow : flows.all()) {
      for (ChannelDefinition definition : flow.definition().channels()) {
        var key = new Channels.Key(flow.name(), definition.id());
        open(key, definition).ifPresent(source -> sources.put(key, source));
      }
    }
    return new EventSources(sources);
  }

  private Optional<EventSource> open(Channels.Key key, ChannelDefinition definition) {
    if (definition instanceof ChannelDefinition.Jms channel) {
      return jms.open(key, channel);
    }
    return definition instanceof ChannelDefinition.Kafka channel
        ? channel
            .consumerGroup()
            .filter(group -> !channel.inputTopics().isEmpty())
            .map(group -> kafka(key, group, channel))
        : Optional.empty();
  }

  private EventSource kafka(Channels.Key key, String group, ChannelDefinition.Kafka channel) {
    boolean keepsDeadLetters = channel.deadLetterTopic().isPresent();
    var input = new KafkaInput(key, group, channel.inputTopics(), keepsDeadLetters, maxInFlight);
    return new KafkaSource(input, kafka, watches.of(key, channel));
  }

  /** The dead-letter destinations of channels that have one. */
  public static Map<Channels.Key, DeadLetterChannel> deadLetters(
      FlowCatalog flows, KafkaWatches watches, Duration sendTimeout) {
    Map<Channels.Key, DeadLetterChannel> channels = new LinkedHashMap<>();
    for (Flow flow : flows.all()) {
      for (ChannelDefinition definition : flow.definition().channels()) {
        if (definition instanceof ChannelDefinition.Kafka kafka) {
          var key = new Channels.Key(flow.name(), kafka.id());
          kafka
              .deadLetterTopic()
              .map(topic -> deadLetterChannel(key, topic, watches.of(key, kafka), sendTimeout))
              .ifPresent(channel -> channels.put(key, channel));
        }
      }
    }
    return channels;
  }

  private static DeadLetterChannel deadLetterChannel(
      Channels.Key key, String topic, BrokerWatch watch, Duration sendTimeout) {
    return new KafkaDeadLetterChannel(key.toString(), topic, watch, sendTimeout);
  }
}
