// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap;

import io.flowmanager.saga.adapter.messaging.jms.ServerTransaction;
import io.flowmanager.saga.application.ApplyEvents;
import io.flowmanager.saga.application.BatchResult;
import io.flowmanager.saga.application.HandleBatch;
import io.flowmanager.saga.application.QuerySagas;
import io.flowmanager.saga.application.ReadMessage;
import io.flowmanager.saga.application.RecentSagas;
import io.flowmanager.saga.application.RelayCommands;
import io.flowmanager.saga.application.Telemetry;
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

  private final Boot boot;

  /** For the container's proxy. */
  protected JmsWiring() {
    this(null);
  }

  @Inject
  public JmsWiring(Boot boot) {
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
      HandleBatch handleBatch,
      RelayCommands relay,
      Telemetry telemetry,
      QuerySagas sagas,
      RecentSagas recent) {
    List<Consumer<BatchResult>> followers =
        Stream.concat(
                Stream.<Consumer<BatchResult>>of(result -> recent.forget(result.moved())),
                Wiring.followers(relay, telemetry).stream())
            .toList();
    return new ServerTransaction(handleBatch::handle, followers, () -> sagas.find(NO_SAGA));
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
