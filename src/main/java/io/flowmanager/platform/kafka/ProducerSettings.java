// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.time.Duration;
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
 */
public record ProducerSettings(Duration sendTimeout) {

  private static final Map<String, Object> PREFERRED = Map.of("linger.ms", 0, "batch.size", 65_536);

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
    return access.forProducer(PREFERRED, required);
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
