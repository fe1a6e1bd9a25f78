// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What is done with the records of one consumer, whose thread makes all calls. None of them waits
 * for anything but Kafka; what they throw is the end of this consumer, and another one is made.
 */
public interface Reading extends ConsumerRebalanceListener {

  /**
   * Records that were fetched; then {@link #step} is called. They are of the topics whose ids the
   * subscription knows at this moment.
   */
  void take(ConsumerRecords<byte[], byte[]> records);

  /** The broker does not have the positions from which these were to be read. */
  void refused(Collection<TopicPartition> partitions);

  /** Lets every partition go on as far as it can. */
  void step();

  /** Whether something is on its way, so that it may end at any moment. */
  boolean isBusy();

  /** Reports how far every partition is; called every second. */
  void tell();

  /** Ends in good order, within a bound; nothing is fetched any more. */
  void finish();

  /** From now on nothing is handed over or tried again; the last call, also after a failure. */
  void hold();
}
