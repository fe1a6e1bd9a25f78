// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import io.flowmanager.saga.domain.flow.document.References;
import java.util.List;
import java.util.Optional;

/** Reads {@code communicationProtocols}. */
public final class ChannelReader {

  private static final List<String> TYPES = List.of("kafka", "rest", "jms");

  private final References references;
  private final EndpointReader endpointReader = new EndpointReader();
  private final KafkaReader kafkaReader = new KafkaReader();
  private final JmsReader jmsReader = new JmsReader();

  public ChannelReader(References references) {
    this.references = references;
  }

  public List<ChannelDefinition> read(List<Node> channels) {
    references.channels().listed();
    return channels.stream()
        .map(channel -> channel.object(this::channel))
        .flatMap(Optional::stream)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ChannelDefinition> channel(Members members) {
    Optional<String> id =
        members.need("id").flatMap(node -> node.read(Node::label, references.channels()::declare));
    String type = members.oneOf("type", TYPES);
    Optional<Node> configurations = members.need("configurations");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return configurations.flatMap(node -> configured(id.orElse(""), type, node));
  }

  private Optional<ChannelDefinition> configured(String id, String type, Node configurations) {
    return configurations.object(members -> ofType(id, type, members));
  }

  private ChannelDefinition ofType(String id, String type, Members members) {
    references.channel(id, sends(type, members));
    return switch (type) {
      case "kafka" -> kafkaReader.read(id, members);
      case "jms" -> jmsReader.read(id, members);
      default -> new ChannelDefinition.Rest(id, endpointReader.read(members));
    };
  }

  private static boolean sends(String type, Members members) {
    return switch (type) {
      case "kafka" -> members.fills("outputTopics");
      case "jms" -> members.fills("outputQueues") || members.fills("outputTopics");
      default -> true;
    };
  }
}
