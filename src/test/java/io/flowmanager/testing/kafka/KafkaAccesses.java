// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.kafka.KafkaSasl;
import io.flowmanager.platform.kafka.KafkaTls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ways into a test broker. */
public final class KafkaAccesses {

  private KafkaAccesses() {}

  public static KafkaAccess plain(KafkaBroker broker) {
    return plain(broker, Map.of());
  }

  public static KafkaAccess plain(KafkaBroker broker, Map<String, String> properties) {
    return new KafkaAccess(
        List.of(broker.bootstrap()), Optional.empty(), Optional.empty(), properties, Set.of());
  }

  public static KafkaAccess sasl(KafkaBroker broker, KafkaSasl sasl) {
    return new KafkaAccess(
        List.of(broker.bootstrap(BrokerListener.SASL)),
        Optional.empty(),
        Optional.of(sasl),
        Map.of(),
        Set.copyOf(sasl.password().stream().toList()));
  }

  public static KafkaAccess tls(KafkaBroker broker, BrokerListener listener, KafkaTls tls) {
    return new KafkaAccess(
        List.of(broker.bootstrap(listener)),
        Optional.of(tls),
        Optional.empty(),
        Map.of(),
        Set.of());
  }

  /** The name and the password of the broker's own user. */
  public static KafkaSasl user(String mechanism) {
    return sasl(mechanism, KafkaBroker.USER, KafkaBroker.PASSWORD);
  }

  public static KafkaSasl sasl(String mechanism, String username, String password) {
    return new KafkaSasl(mechanism, Optional.of(username), Optional.of(password));
  }
}
