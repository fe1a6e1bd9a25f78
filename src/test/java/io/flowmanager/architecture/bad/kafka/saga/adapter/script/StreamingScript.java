// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.kafka.saga.adapter.script;

import org.apache.kafka.common.TopicPartition;

/** Knows org.apache.kafka, which is fenced off from scripts. */
public final class StreamingScript {

  void run(TopicPartition partition) {
    partition.hashCode();
  }
}
