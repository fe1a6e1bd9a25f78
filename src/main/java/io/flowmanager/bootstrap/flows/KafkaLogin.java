// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.kafka.KafkaSasl;
import io.flowmanager.platform.kafka.KafkaTls;
import io.flowmanager.saga.domain.flow.BrokerList;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ChannelDefinition.KafkaAuthentication;
import io.flowmanager.saga.domain.flow.ConfigValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The access to the cluster of a kafka channel, with secrets as they are when it is asked for.
 *
 * @param texts gives the text that stands in the flow file or in the file that it refers to
 */
public record KafkaLogin(ChannelDefinition.Kafka channel, Function<ConfigValue, String> texts)
    implements Supplier<KafkaAccess> {

  /**
   * @throws java.io.UncheckedIOException when a secret cannot be read
   */
  @Override
  public KafkaAccess get() {
    Set<String> secrets = new HashSet<>();
    List<String> brokers =
        channel.brokers().stream()
            .flatMap(value -> BrokerList.of(told(value, secrets)).stream())
            .toList();
    Map<String, String> properties = new HashMap<>();
    channel.clientProperties().forEach((name, value) -> properties.put(name, told(value, secrets)));
    Optional<KafkaTls> tls =
        channel.authentication().flatMap(KafkaAuthentication::ssl).map(ssl -> tls(ssl, secrets));
    Optional<KafkaSasl> sasl =
        channel.authentication().flatMap(KafkaAuthentication::sasl).map(one -> sasl(one, secrets));
    return new KafkaAccess(brokers, tls, sasl, Map.copyOf(properties), Set.copyOf(secrets));
  }

  private KafkaTls tls(ChannelDefinition.Ssl ssl, Set<String> secrets) {
    Map<String, ConfigValue> identity = ssl.identity();
    return new KafkaTls(
        ssl.ca().stream().map(texts).toList(),
        Optional.ofNullable(identity.get("key")).map(value -> kept(value, secrets)),
        Optional.ofNullable(identity.get("cert")).map(texts),
        Optional.ofNullable(identity.get("passphrase")).map(value -> kept(value, secrets)),
        ssl.rejectUnauthorized(),
        ssl.servername());
  }

  private KafkaSasl sasl(ChannelDefinition.Sasl sasl, Set<String> secrets) {
    return new KafkaSasl(
        sasl.mechanism(),
        sasl.username().map(value -> told(value, secrets)),
        sasl.password().map(value -> kept(value, secrets)));
  }

  /** A text that may be told unless it comes from a secret's file. */
  private String told(ConfigValue value, Set<String> secrets) {
    return value instanceof ConfigValue.SecretFile ? kept(value, secrets) : texts.apply(value);
  }

  private String kept(ConfigValue value, Set<String> secrets) {
    String text = texts.apply(value);
    secrets.add(text);
    return text;
  }
}
