// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import io.flowmanager.saga.domain.flow.document.References;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code communicationProtocols}. */
public final class ChannelReader {

  /** What {@code type} may say, in lower case. */
  private enum Kind {
    KAFKA,
    REST,
    JMS;

    static final List<String> TYPES = Stream.of(values()).map(Kind::type).toList();

    static Kind of(String type) {
      return valueOf(type.toUpperCase(Locale.ROOT));
    }

    private String type() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
    String type = members.oneOf("type", Kind.TYPES);
    Optional<Node> configurations = members.need("configurations");
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return configurations.flatMap(node -> configured(id.orElse(""), Kind.of(type), node));
  }

  private Optional<ChannelDefinition> configured(String id, Kind kind, Node configurations) {
    return configurations.object(members -> ofKind(id, kind, members));
  }

  private ChannelDefinition ofKind(String id, Kind kind, Members members) {
    references.channel(id, sends(kind, members));
    return switch (kind) {
      case KAFKA -> kafkaReader.read(id, members);
      case JMS -> jmsReader.read(id, members);
      case REST -> new ChannelDefinition.Rest(id, endpointReader.read(members));
    };
  }

  private static boolean sends(Kind kind, Members members) {
    return switch (kind) {
      case KAFKA -> members.fills("outputTopics");
      case JMS -> members.fills("outputQueues") || members.fills("outputTopics");
      case REST -> true;
    };
  }
}
