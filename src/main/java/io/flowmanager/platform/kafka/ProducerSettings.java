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
 * Settings of a producer: it keeps the order, is idempotent, and sends many records in one request.
 *
 * @param sendTimeout time limit for one send, from the call
 * @param preferred defaults that the access may override
 */
public record ProducerSettings(Duration sendTimeout, Map<String, Object> preferred) {

  private static final Map<String, Object> PREFERRED = Map.of("linger.ms", 0, "batch.size", 65_536);

  /** The size of a producer's buffer. */
  private static final int LARGEST_RECORD = 33_554_432;

  public ProducerSettings(Duration sendTimeout) {
    this(sendTimeout, Map.of());
  }

  /** For records of any size: only the limit of their topic applies. */
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

  /**
   * Why no producer can be created with this access, independent of the cluster. The text may be
   * shown.
   */
  public Optional<String> fault(KafkaAccess access) {
    try {
      new ProducerConfig(properties(access));
      return Optional.empty();
    } catch (ConfigException | IllegalArgumentException e) {
      return Optional.of(access.reason(e));
    }
  }
}
