// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.testing.kafka.BrokerListener;
import io.flowmanager.testing.kafka.KafkaAccesses;
import io.flowmanager.testing.kafka.KafkaBroker;
import io.flowmanager.testing.kafka.KafkaProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password is changed at the broker and in its file, under a running channel. */
class SecretRotationTest {

  @TempDir private Path folder;

  @Test
  void newPasswordInTheFileIsUsedWithoutARestart() throws IOException {
    Path secret = Files.writeString(folder.resolve("password"), "first\n");
    var secrets = new SecretFiles();
    try (KafkaBroker broker = KafkaBroker.start(BrokerListener.SASL);
        var probe = new KafkaProbe(broker);
        var fixture =
            new ChannelFixture(
                () ->
                    KafkaAccesses.sasl(
                        broker,
                        KafkaAccesses.sasl(
                            "scram-sha-512", "orders", secrets.read(secret.toString()))),
                "orders")) {
      broker.createTopic("orders", 1);
      probe.scramUser("orders", "first");
      fixture.awaitUp();
      fixture.deliver("saga-1", 0);

      probe.scramUser("orders", "the second one");
      broker.stop();
      broker.restart();
      fixture.awaitReason("uthentication");

      Files.writeString(secret, "the second one\n");
      fixture.awaitUp();
      assertThat(fixture.deliver("saga-1", 1)).isLessThan(5);
      assertThat(probe.awaitRecords("orders", 2))
          .extracting(entry -> entry.headers().get("commandId"))
          .containsExactly("saga-1.0", "saga-1.1");
    }
  }
}
