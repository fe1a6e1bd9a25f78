// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.metrics.Watchdog;
import io.flowmanager.bootstrap.wiring.Engine;
import io.flowmanager.bootstrap.wiring.RouterMessages;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.kafka.BrokerState;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.channel.Connection;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a running engine that health checks query. */
@SingletonBean
record Vitals(Watchdog watchdog, Engine engine, RouterMessages routerMessages) {

  @Inject
  Vitals {}

  List<String> standstills() {
    return watchdog.look();
  }

  Map<Channels.Key, Connection> connections() {
    return engine.connections();
  }

  Optional<BrokerState> routerConnection() {
    return routerMessages.state();
  }
}
