// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * The access to a cluster, with the secrets as of one moment. A client is created from it. If a
 * later access is not equal, a secret has changed and the client should be replaced.
 *
 * @param brokers host and port of each
 * @param tls empty: no encryption
 * @param sasl empty: no credentials
 * @param clientProperties further properties of the Java client
 * @param secrets texts that must not appear in messages
 */
public record KafkaAccess(
    List<String> brokers,
    Optional<KafkaTls> tls,
    Optional<KafkaSasl> sasl,
    Map<String, String> clientProperties,
    Set<String> secrets) {

  private static final Set<String> KNOWN =
      union(
          ProducerConfig.configNames(),
          union(ConsumerConfig.configNames(), AdminClientConfig.configNames()));

  private static Set<String> union(Set<String> one, Set<String> other) {
    var both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /** The names of all properties of producers, consumers and admin clients. */
  public static Set<String> knownProperties() {
    return KNOWN;
  }

  /**
   * Properties for a producer.
   *
   * @param preferred defaults that the client properties of this access may override
   * @param required properties that they may not override
   */
  public Map<String, Object> forProducer(Map<String, ?> preferred, Map<String, ?> required) {
    return merged(ProducerConfig.configNames(), preferred, required);
  }

  /** Properties for a consumer; see {@link #forProducer}. */
  public Map<String, Object> forConsumer(Map<String, ?> preferred, Map<String, ?> required) {
    return merged(ConsumerConfig.configNames(), preferred, required);
  }

  /** Properties for an admin client; see {@link #forProducer}. */
  public Map<String, Object> forAdmin(Map<String, ?> preferred, Map<String, ?> required) {
    return merged(AdminClientConfig.configNames(), preferred, required);
  }

  /** Leaves out properties that belong only to other kinds of clients; unknown names go to all. */
  private Map<String, Object> merged(
      Set<String> names, Map<String, ?> preferred, Map<String, ?> required) {
    Map<String, Object> all = new HashMap<>(preferred);
    clientProperties.forEach(
        (name, value) -> {
          if (names.contains(name) || !KNOWN.contains(name)) {
            all.put(name, value);
          }
        });
    all.putAll(connection());
    all.putAll(required);
    return all;
  }

  private Map<String, Object> connection() {
    Map<String, Object> connection = new HashMap<>();
    connection.put("bootstrap.servers", String.join(",", brokers));
    connection.put("security.protocol", protocol());
    tls.ifPresent(material -> connection.putAll(material.properties()));
    sasl.ifPresent(login -> connection.putAll(login.properties(clientProperties.keySet())));
    return connection;
  }

  private String protocol() {
    String encrypted = tls.isPresent() ? "SSL" : "PLAINTEXT";
    return sasl.isPresent() ? "SASL_" + encrypted : encrypted;
  }

  /**
   * The text with all secrets removed: exceptions of libraries may quote their input. Null becomes
   * an empty text.
   */
  public String withoutSecrets(String text) {
    String safe = text == null ? "" : text;
    for (String secret : secrets) {
      safe = secret.isBlank() ? safe : safe.replace(secret, "***");
    }
    return safe;
  }

  /**
   * Why no client can be created with this access, independent of the cluster. The text may be
   * shown.
   */
  public Optional<String> fault() {
    try {
      var config = new AdminClientConfig(forAdmin(Map.of(), Map.of()));
      if (tls.isPresent()) {
        readKeys(config.values());
      }
      return Optional.empty();
    } catch (KafkaException | IllegalArgumentException e) {
      return Optional.of(reason(e));
    }
  }

  private static void readKeys(Map<String, ?> settings) {
    try (var engines = new DefaultSslEngineFactory()) {
      engines.configure(settings);
    }
  }

  /** The message of the innermost cause, without secrets. */
  public String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String said = withoutSecrets(innermost.getMessage());
    return said.isEmpty() ? innermost.getClass().getSimpleName() : said;
  }

  /** Shows nothing that may be a secret. */
  @Override
  public String toString() {
    return "KafkaAccess[***]";
  }
}
