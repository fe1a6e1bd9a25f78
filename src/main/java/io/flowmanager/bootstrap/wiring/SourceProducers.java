// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.channels.JmsLinks;
import io.flowmanager.bootstrap.channels.JmsSources;
import io.flowmanager.bootstrap.channels.KafkaWatches;
import io.flowmanager.bootstrap.channels.OpenSources;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.saga.adapter.messaging.jms.ServerTransaction;
import io.flowmanager.saga.adapter.messaging.kafka.KafkaDependencies;
import io.flowmanager.saga.application.engine.ApplyEvents;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.BatchTransactions;
import io.flowmanager.saga.application.engine.SagaCache;
import io.flowmanager.saga.application.inbox.EventSources;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.telemetry.Telemetry;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Produces the incoming sides of all channels. */
@Dependent
final class SourceProducers {

  private static final SagaId NO_SAGA = new SagaId("-");

  @Produces
  @Singleton
  static ServerTransaction serverTransaction(
      BatchTransactions batches,
      List<Consumer<BatchResult>> followers,
      QuerySagas sagas,
      SagaCache cache) {
    Consumer<BatchResult> forgetting = result -> cache.evict(result.moved());
    return new ServerTransaction(
        batches::handle,
        Stream.concat(Stream.of(forgetting), followers.stream()).toList(),
        () -> sagas.find(NO_SAGA));
  }

  @Produces
  @Singleton
  static JmsSources.Engine jmsEngine(
      ApplyEvents applyEvents,
      ServerTransaction transaction,
      ReadMessage messages,
      Telemetry telemetry) {
    return new JmsSources.Engine(applyEvents, transaction, messages, telemetry);
  }

  @Produces
  @Singleton
  static EventSources eventSources(
      StartupConfiguration configuration,
      KafkaWatches watches,
      KafkaDependencies kafka,
      JmsLinks links,
      JmsSources.Engine jms) {
    var jmsSources = new JmsSources(configuration.settings().jms(), links, jms);
    return new OpenSources(watches, kafka, configuration.settings().kafkaInFlight(), jmsSources)
        .open(configuration.flows());
  }
}
