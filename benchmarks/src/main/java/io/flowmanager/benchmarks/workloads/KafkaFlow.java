// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.systems.Broker;
import io.flowmanager.benchmarks.systems.Channels;
import io.flowmanager.benchmarks.systems.FlowFiles;
import java.io.IOException;

/**
 * An order that reads events from its own topic.
 *
 * @param commands whether its states send commands, to one more topic
 */
record KafkaFlow(String name, boolean commands) {

  static final KafkaFlow SILENT = new KafkaFlow("kafka-order", false);
  static final KafkaFlow SENDING = new KafkaFlow("kafka-order-commands", true);

  private static final String CHANNEL = "kafka";

  String topic() {
    return name + "-events";
  }

  String commandTopic() {
    return name + "-commands";
  }

  void write(FlowFiles files, Broker broker) throws IOException {
    String channel = Channels.kafka(CHANNEL, broker.address(), topic(), commandTopic());
    files.order(name, channel, commands ? CHANNEL : "");
  }
}
