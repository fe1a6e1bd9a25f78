// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.channels.KafkaWatches;
import io.flowmanager.bootstrap.channels.OpenSources;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.adapter.messaging.kafka.KafkaDependencies;
import io.flowmanager.saga.application.engine.ConsumeMessages;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.inbox.ForwardDeadLetters;
import io.flowmanager.saga.application.inbox.InboxTransactions;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.outbox.DeliverySettings;
import io.flowmanager.saga.application.telemetry.Telemetry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Produces the readers of Kafka records, and the senders of dead letters. */
@SingletonBean
final class KafkaSourceProducers {

  private final InboxTransactions inbox;
  private final Telemetry telemetry;
  private final Clock clock;

  @Inject
  KafkaSourceProducers(InboxTransactions inbox, Telemetry telemetry, Clock clock) {
    this.inbox = inbox;
    this.telemetry = telemetry;
    this.clock = clock;
  }

  @Produces
  @Singleton
  KafkaDependencies kafkaDependencies(
      ConsumeMessages engine, ReadMessage messages, Workers workers) {
    return new KafkaDependencies(engine::enqueue, inbox, messages, workers, telemetry, clock);
  }

  @Produces
  @Singleton
  ForwardDeadLetters deadLetters(
      KafkaWatches watches, FlowCatalog flows, DeliverySettings delivery) {
    Duration patience = delivery.sendTimeout();
    return new ForwardDeadLetters(
        OpenSources.deadLetters(flows, watches, patience), inbox, telemetry, clock, patience);
  }
}
