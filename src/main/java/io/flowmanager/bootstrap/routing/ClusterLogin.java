// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.platform.kafka.KafkaAccess;
import io.flowmanager.platform.kafka.KafkaSasl;
import io.flowmanager.saga.domain.flow.BrokerList;
import io.flowmanager.saga.domain.flow.ConfigValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The router's access to its cluster, with secrets as they are when it is asked for.
 *
 * @param texts gives the text that stands in the file or in the one that it refers to
 */
record ClusterLogin(
    ConfigValue brokers,
    String mechanism,
    Optional<ConfigValue> username,
    Optional<ConfigValue> password,
    Function<ConfigValue, String> texts)
    implements Supplier<KafkaAccess> {

  /**
   * @throws java.io.UncheckedIOException when a secret cannot be read
   */
  @Override
  public KafkaAccess get() {
    Set<String> secrets = new HashSet<>();
    Optional<String> user = text(username);
    Optional<String> word = text(password);
    word.ifPresent(secrets::add);
    username
        .filter(ConfigValue.SecretFile.class::isInstance)
        .flatMap(this::filled)
        .ifPresent(secrets::add);
    boolean isOpen = user.isEmpty() && word.isEmpty();
    return new KafkaAccess(
        BrokerList.of(texts.apply(brokers)),
        Optional.empty(),
        isOpen ? Optional.empty() : Optional.of(new KafkaSasl(mechanism, user, word)),
        Map.of(),
        Set.copyOf(secrets));
  }

  private Optional<String> text(Optional<ConfigValue> value) {
    return value.flatMap(this::filled);
  }

  private Optional<String> filled(ConfigValue value) {
    return Optional.of(texts.apply(value)).filter(text -> !text.isEmpty());
  }
}
