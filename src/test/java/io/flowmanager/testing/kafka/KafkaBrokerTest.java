// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaBrokerTest {

  @Test
  void keepsItsAddressAndItsDataThroughStopsAndKills() {
    try (KafkaBroker broker = KafkaBroker.start()) {
      broker.createTopic("orders", 2);
      String address = broker.bootstrap();
      say(broker, "before the stop");

      broker.stop();
      broker.restart();
      say(broker, "before the kill");
      broker.kill();
      broker.restart();

      assertThat(broker.bootstrap()).isEqualTo(address);
      try (var probe = new KafkaProbe(broker)) {
        assertThat(probe.awaitRecords("orders", 2))
            .allSatisfy(entry -> assertThat(entry.headers()).containsEntry("commandId", "c-1"))
            .extracting(KafkaProbe.ReceivedRecord::value)
            .containsExactly("before the stop", "before the kill");
      }
    }
  }

  private static void say(KafkaBroker broker, String value) {
    try (var probe = new KafkaProbe(broker)) {
      probe.send("orders", "saga-1", value, Map.of("commandId", "c-1"));
    }
  }
}
