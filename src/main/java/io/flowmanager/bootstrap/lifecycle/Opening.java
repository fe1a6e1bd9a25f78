// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.wiring.Engine;
import io.flowmanager.bootstrap.wiring.RouterMessages;
import io.flowmanager.platform.inject.SingletonBean;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadFactory;

/**
 * Starts everything that has threads, in order: first what events need, then the sources of events.
 */
@SingletonBean
final class Opening {

  private final StoredState stored;
  private final Engine engine;
  private final RouterMessages routerMessages;
  private final RecurringWork work;
  private final StartLog log;

  @Inject
  Opening(
      StoredState stored,
      Engine engine,
      RouterMessages routerMessages,
      RecurringWork work,
      StartLog log) {
    this.stored = stored;
    this.engine = engine;
    this.routerMessages = routerMessages;
    this.work = work;
    this.log = log;
  }

  /** Starts accepting events; the database must be available. */
  void startEngine(ThreadFactory threads) {
    stored.prepare();
    engine.start(threads);
  }

  /** Connects to brokers, and starts recurring work. */
  void startBrokers(ThreadFactory threads, Schedule schedule) {
    engine.startBrokers(threads);
    routerMessages.start(threads);
    work.begin(schedule);
  }

  void log() {
    log.write();
  }
}
