// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.document.Node;
import jakarta.json.JsonNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code clientProperties} of a kafka channel: names of the Java client with texts, secret
 * references, numbers, true or false. It refuses a property that another member of the channel
 * defines, and one that would break a guarantee.
 */
final class ClientPropertiesReader {

  private static final String SAYS = " defines it";
  private static final String AUTHENTICATION = "\"authenticationProperties\"" + SAYS;
  private static final String FORM = "the contract fixes the form of keys and values";
  private static final String TIMEOUT =
      "it is derived from the setting flow-manager.relay.send-timeout";
  private static final String ONE_PARTITION =
      "all messages of a saga must be in one partition, which their key decides";
  private static final String MEMBERSHIP =
      "that each event counts once depends on how consumers share partitions";

  private static final Map<String, String> RESERVED =
      Map.ofEntries(
          Map.entry("bootstrap.servers", "\"brokers\"" + SAYS),
          Map.entry("bootstrap.controllers", "\"brokers\"" + SAYS),
          Map.entry("security.protocol", AUTHENTICATION),
          Map.entry("sasl.mechanism", AUTHENTICATION),
          Map.entry("sasl.jaas.config", AUTHENTICATION),
          Map.entry("ssl.engine.factory.class", AUTHENTICATION),
          Map.entry("group.id", "\"consumerGroup\"" + SAYS),
          Map.entry("key.serializer", FORM),
          Map.entry("value.serializer", FORM),
          Map.entry("key.deserializer", FORM),
          Map.entry("value.deserializer", FORM),
          Map.entry("delivery.timeout.ms", TIMEOUT),
          Map.entry("max.block.ms", TIMEOUT),
          Map.entry("request.timeout.ms", TIMEOUT),
          Map.entry("partitioner.class", ONE_PARTITION),
          Map.entry("partitioner.ignore.keys", ONE_PARTITION),
          Map.entry("transactional.id", "commands leave at least once, outside of transactions"),
          Map.entry("group.protocol", MEMBERSHIP),
          Map.entry("group.instance.id", MEMBERSHIP),
          Map.entry("group.remote.assignor", MEMBERSHIP),
          Map.entry("partition.assignment.strategy", MEMBERSHIP));

  /** Properties that may have one value only. */
  private static final Map<String, String> FIXED =
      Map.of("enable.auto.commit", "false", "enable.idempotence", "true", "acks", "all");

  private static final Map<String, String> SYNONYMS = Map.of("-1", "all");

  private final ConfigValueReader configValue = new ConfigValueReader();

  Map<String, ConfigValue> read(Node node) {
    Map<String, ConfigValue> properties = new LinkedHashMap<>();
    node.freeObject()
        .ifPresent(
            object ->
                object.forEach(
                    (name, value) ->
                        property(name, node.child(name, value))
                            .ifPresent(read -> properties.put(name, read))));
    return Collections.unmodifiableMap(properties);
  }

  private Optional<ConfigValue> property(String name, Node node) {
    if (node.isNull()) {
      return Optional.empty();
    }
    if (RESERVED.containsKey(name)) {
      node.fault("must be left out: " + RESERVED.get(name));
      return Optional.empty();
    }
    Optional<ConfigValue> value = value(node);
    String fixed = FIXED.get(name);
    if (fixed != null && value.filter(written -> !says(written, fixed)).isPresent()) {
      node.fault("must be " + fixed + " or left out: Flow Manager's guarantees depend on it");
      return Optional.empty();
    }
    return value;
  }

  private Optional<ConfigValue> value(Node node) {
    return switch (node.value().getValueType()) {
      case STRING, OBJECT -> configValue.read(node);
      case TRUE -> plain("true");
      case FALSE -> plain("false");
      case NUMBER -> plain(((JsonNumber) node.value()).bigDecimalValue().toPlainString());
      default -> node.refuse("a text, a number, true, false or a secret reference");
    };
  }

  private static Optional<ConfigValue> plain(String text) {
    return Optional.of(new ConfigValue.Plain(text));
  }

  private static boolean says(ConfigValue value, String fixed) {
    return value instanceof ConfigValue.Plain plain
        && (plain.text().equals(fixed) || fixed.equals(SYNONYMS.get(plain.text())));
  }
}
