// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowsOfTheRun;
import io.flowmanager.testing.server.Http;
import java.time.Duration;

/** What the scenarios share: a running server with the flows of {@link FlowsOfTheRun}. */
interface ServerScenario {

  /** How long something may take that usually takes milliseconds, on a very busy machine. */
  Duration SOON = Duration.ofSeconds(30);

  Http http();

  default FlowClient orders() {
    return FlowClient.ofRoot(http());
  }

  default FlowClient strictOrders() {
    return FlowClient.of(http(), FlowsOfTheRun.STRICT_ORDER);
  }

  default FlowClient ledgers() {
    return FlowClient.of(http(), FlowsOfTheRun.LEDGER);
  }

  default Participant participant() {
    return FlowsOfTheRun.participant();
  }
}
