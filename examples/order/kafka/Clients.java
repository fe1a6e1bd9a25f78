// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The participants' connections to the broker. They wait for it, however long it is away. */
record Clients(String broker) {

  // Kept, since a logger that nobody refers to forgets its level.
  private static final Logger CHATTER = Logger.getLogger("org.apache.kafka");

  private static final int FOR_EVER = Integer.MAX_VALUE;

  static {
    CHATTER.setLevel(Level.SEVERE);
  }

  KafkaProducer<String, String> producer() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker,
            "acks", "all",
            "enable.idempotence", true,
            "delivery.timeout.ms", FOR_EVER,
            "max.block.ms", FOR_EVER);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  /**
   * Its place is stored by commit only, and it begins with the oldest record. One that is killed
   * keeps its partitions for six seconds.
   */
  KafkaConsumer<String, String> consumer(String group) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            broker,
            "group.id",
            group,
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "session.timeout.ms",
            6000,
            "heartbeat.interval.ms",
            2000,
            "metadata.max.age.ms",
            2000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }
}
