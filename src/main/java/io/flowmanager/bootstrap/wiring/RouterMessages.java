// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.router.adapter.messaging.kafka.KafkaMessages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** What the router has on threads of its own; nothing without {@code MODE=KAFKA}. */
public record RouterMessages(Optional<Open> open) {

  /** Both directions. */
  record Open(RouterBroker broker, KafkaMessages messages) {}

  public void start(ThreadFactory threads) {
    open.ifPresent(
        kafka -> {
          kafka.broker().sender().start(threads);
          kafka.messages().start(threads);
        });
  }

  /** Whether the cluster is reachable and its topics are read. */
  public Optional<BrokerState> state() {
    return open.map(kafka -> kafka.messages().state());
  }

  /** Stops reading. */
  public void stopReading(Duration patience) {
    open.ifPresent(kafka -> kafka.messages().close(patience));
  }

  public void close() {
    open.ifPresent(kafka -> kafka.broker().sender().close());
  }
}
