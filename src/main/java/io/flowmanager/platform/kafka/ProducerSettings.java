// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How records are produced: in order and without doubles as far as the producer can tell, many in
 * one request.
 *
 * @param sendTimeout bound for one send, from the moment it is asked for
 * @param preferred properties that the access may say otherwise
 */
public record ProducerSettings(Duration sendTimeout, Map<String, Object> preferred) {

  private static final Map<String, Object> PREFERRED = Map.of("linger.ms", 0, "batch.size", 65_536);

  /** As large as the buffer of a producer. */
  private static final int LARGEST_RECORD = 33_554_432;

  public ProducerSettings(Duration sendTimeout) {
    this(sendTimeout, Map.of());
  }

  /** For records of any size: the limits of their topic count. */
  public static ProducerSettings forLargeRecords(Duration sendTimeout) {
    return new ProducerSettings(sendTimeout, Map.of("max.request.size", LARGEST_RECORD));
  }

  /** The properties of a producer. */
  Map<String, Object> properties(KafkaAccess access) {
    var budget = new SendBudget(sendTimeout);
    Map<String, Object> required =
        Map.of(
            "key.serializer",
            ByteArraySerializer.class,
            "value.serializer",
            ByteArraySerializer.class,
            "acks",
            "all",
            "enable.idempotence",
            true,
            "max.block.ms",
            budget.metadata().toMillis(),
            "request.timeout.ms",
            (int) budget.request().toMillis(),
            "delivery.timeout.ms",
            (int) budget.delivery().toMillis());
    Map<String, Object> wanted = new HashMap<>(PREFERRED);
    wanted.putAll(preferred);
    return access.forProducer(wanted, required);
  }

  /** Why no producer can be made of this access, whatever the cluster says, in words to show. */
  public Optional<String> fault(KafkaAccess access) {
    try {
      new ProducerConfig(properties(access));
      return Optional.empty();
    } catch (ConfigException | IllegalArgumentException e) {
      return Optional.of(access.reason(e));
    }
  }
}
