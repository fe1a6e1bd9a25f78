// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.BrokerList;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.document.Node;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code brokers}: a list, a comma separated text, or a secret reference. */
final class BrokerReader {

  private final ConfigValueReader configValue = new ConfigValueReader();

  List<ConfigValue> read(Node node) {
    return switch (node.value().getValueType()) {
      case ARRAY -> list(node);
      case STRING, OBJECT -> brokers(node).toList();
      default -> {
        node.refuse("a list of brokers, a comma separated string or a secret reference");
        yield List.of();
      }
    };
  }

  private List<ConfigValue> list(Node node) {
    List<Node> elements = node.list().orElse(List.of());
    if (elements.isEmpty()) {
      node.fault("must name at least one broker, such as \"kafka.example:9092\"");
    }
    return elements.stream().flatMap(this::brokers).toList();
  }

  private Stream<ConfigValue> brokers(Node node) {
    return configValue.readFilled(node).stream().flatMap(value -> split(node, value));
  }

  private static Stream<ConfigValue> split(Node node, ConfigValue value) {
    if (!(value instanceof ConfigValue.Plain plain)) {
      return Stream.of(value);
    }
    List<String> brokers = BrokerList.of(plain.text());
    if (brokers.isEmpty()) {
      node.fault("must name at least one broker, such as \"kafka.example:9092\"");
    }
    return brokers.stream().map(ConfigValue.Plain::new);
  }
}
