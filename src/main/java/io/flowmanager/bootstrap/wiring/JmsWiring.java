// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.channels.JmsLinks;
import io.flowmanager.bootstrap.channels.JmsSources;
import io.flowmanager.bootstrap.config.Settings;
import io.flowmanager.bootstrap.flows.FlowChecks;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.saga.adapter.messaging.jms.ServerTransaction;
import io.flowmanager.saga.application.engine.ApplyEvents;
import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.BatchTransactions;
import io.flowmanager.saga.application.engine.SagaCache;
import io.flowmanager.saga.application.inbox.ReadMessage;
import io.flowmanager.saga.application.relay.RelayCommands;
import io.flowmanager.saga.application.store.QuerySagas;
import io.flowmanager.saga.application.telemetry.Telemetry;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes what jms channels are opened with. */
@ApplicationScoped
public class JmsWiring {

  private static final SagaId NO_SAGA = new SagaId("-");

  private final StartupConfiguration boot;

  /** For the container's proxy. */
  protected JmsWiring() {
    this(null);
  }

  @Inject
  public JmsWiring(StartupConfiguration boot) {
    this.boot = boot;
  }

  @Produces
  @Singleton
  JmsLinks links(Clock clock) {
    Settings settings = boot.settings();
    var values = new FlowChecks(boot.secrets());
    return new JmsLinks(values, settings.jms(), settings.relay().sendTimeout(), clock);
  }

  @Produces
  @Singleton
  ServerTransaction serverTransaction(
      BatchTransactions batches,
      RelayCommands relay,
      Telemetry telemetry,
      QuerySagas sagas,
      SagaCache cache) {
    List<Consumer<BatchResult>> followers =
        Stream.concat(
                Stream.<Consumer<BatchResult>>of(result -> cache.evict(result.moved())),
                Wiring.followers(relay, telemetry).stream())
            .toList();
    return new ServerTransaction(batches::handle, followers, () -> sagas.find(NO_SAGA));
  }

  @Produces
  @Singleton
  JmsSources sources(
      JmsLinks links,
      ApplyEvents applyEvents,
      ServerTransaction transaction,
      ReadMessage messages,
      Telemetry telemetry) {
    var engine = new JmsSources.Engine(applyEvents, transaction, messages, telemetry);
    return new JmsSources(boot.settings().jms(), links, engine);
  }
}
