// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Processes the records of one consumer; the consumer's thread makes all calls. The methods wait
 * for nothing but Kafka. If one throws, the consumer is closed and a new one is created.
 */
public interface Reading extends ConsumerRebalanceListener {

  /**
   * Accepts fetched records; {@link #step} is called afterwards. The records belong to the topics
   * whose ids the subscription has at this moment.
   */
  void take(ConsumerRecords<byte[], byte[]> records);

  /** The broker does not have the positions at which these partitions were to be read. */
  void refused(Collection<TopicPartition> partitions);

  /** Lets every partition make progress. */
  void step();

  /** Whether work is running that may end at any moment. */
  boolean isBusy();

  /** Reports the position of every partition; called every second. */
  void tell();

  /** Stops in an orderly way, within a bounded time. No more records are fetched. */
  void finish();

  /** Stops passing on and retrying records. This is the last call, also after a failure. */
  void hold();
}
