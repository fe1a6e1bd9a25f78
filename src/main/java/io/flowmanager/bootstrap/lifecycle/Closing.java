// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.bootstrap.wiring.Engine;
import io.flowmanager.bootstrap.wiring.RouterMessages;
import io.flowmanager.platform.concurrent.Deadline;
import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.rest.OpenExchanges;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Stops accepting work, finishes accepted work, then closes the connections. */
@SingletonBean
final class Closing {

  private static final Logger LOG = System.getLogger("io.flowmanager");

  /** The launcher of the microbundle checks whether the stop was complete. */
  private static final String COMPLETE = "flow-manager.stop.complete";

  private final OpenExchanges exchanges;
  private final Engine engine;
  private final RouterMessages routerMessages;
  private final Duration patience;

  /** The limit is read now: while the server shuts down, beans can no longer be looked up. */
  @Inject
  Closing(
      OpenExchanges exchanges,
      Engine engine,
      RouterMessages routerMessages,
      StartupConfiguration configuration) {
    this.exchanges = exchanges;
    this.engine = engine;
    this.routerMessages = routerMessages;
    this.patience = configuration.settings().stopPatience();
  }

  /** A server that has never accepted work has lost nothing. */
  static void ofNothing() {
    tell(true);
  }

  /**
   * All by one deadline.
   *
   * @param hasBrokers whether the connections to brokers were opened
   */
  void run(boolean hasBrokers) {
    Deadline deadline = Deadline.after(patience);
    exchanges.close();
    if (hasBrokers) {
      engine.hold();
      routerMessages.stopReading(half(deadline));
    }
    boolean isAnswered = exchanges.awaitNone(half(deadline));
    boolean isHandled = engine.stop(deadline, hasBrokers);
    if (hasBrokers) {
      routerMessages.close();
    }
    tell(isHandled);
    LOG.log(
        isHandled ? Level.INFO : Level.WARNING,
        "Flow Manager has stopped. All callers answered: {0}; all accepted work done: {1}.",
        isAnswered,
        isHandled);
  }

  /** Of what is left, so that something is left for those who stop later. */
  private static Duration half(Deadline deadline) {
    return deadline.remaining().dividedBy(2);
  }

  private static void tell(boolean isComplete) {
    System.setProperty(COMPLETE, Boolean.toString(isComplete));
  }
}
