// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import order.kafka.KafkaParticipants;
import order.kafka.KraftBroker;

/** Starts the order flow over a Kafka broker. */
public final class KafkaDemo {

  private KafkaDemo() {}

  public static void main(String[] line) throws InterruptedException {
    Demo.main(
        line,
        settings ->
            new BrokerLaunch(
                settings, "kafka", KraftBroker.class, KraftBroker.PORTS, KafkaParticipants.class));
  }
}
