// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.jms.JmsBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtemisBrokerTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int TRIES = 50;

  @TempDir private Path folder;

  @Test
  void refusedCredentialsAreOneSentenceAndNoStackTraceOfTheClient() {
    var records = new Records();
    Logger client = Logger.getLogger("org.apache.activemq.artemis.core.client");
    client.addHandler(records);
    try (JmsBroker broker = JmsBroker.in(folder).onlyFor("flow-manager", "secret").start()) {
      var nobody = new Credentials(Optional.of("nobody"), Optional.of("guess"));
      var refusing = new ArtemisBroker(broker.url(), () -> nobody, Duration.ofSeconds(5));
      for (int i = 0; i < TRIES; i++) {
        assertThatThrownBy(() -> refusing.connect(() -> {}))
            .isInstanceOf(BrokerFailureException.class)
            .hasMessageContaining("refused the credentials");
      }
      Await.until("no thread of the client", SOON, () -> threads().isEmpty());
    } finally {
      client.removeHandler(records);
    }
    assertThat(records.messages).isEmpty();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("artemis-client"))
        .toList();
  }

  private static final class Records extends Handler {

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      messages.add(entry.getLevel() + " " + entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
