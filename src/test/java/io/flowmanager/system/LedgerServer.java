// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.TestFlows;
import java.nio.file.Path;
import java.util.Map;

/** A packaged server that plays the ledger flow, with a relay that is quick to try again. */
final class LedgerServer {

  private static final String LEDGER = "ledger";

  private static final Map<String, String> QUICK_RELAY =
      Map.of(
          "FLOW_MANAGER_RELAY_SEND_TIMEOUT", "PT3S",
          "FLOW_MANAGER_RELAY_LEASE", "PT5S",
          "FLOW_MANAGER_RELAY_FIRST_RETRY", "PT0.1S",
          "FLOW_MANAGER_RELAY_MAX_RETRY", "PT1S",
          "FLOW_MANAGER_RELAY_POLL_INTERVAL", "PT0.1S");

  private LedgerServer() {}

  /** Not started; the sagas are in {@code ./data} of the folder unless told otherwise. */
  static PackagedServer in(Path folder, Participant clerk) {
    FlowFolder flows =
        new FlowFolder(folder.resolve("flows")).with(LEDGER, TestFlows.ledger(clerk));
    return PackagedServer.in(folder).with(flows.settings(LEDGER)).with(QUICK_RELAY);
  }

  static FlowClient ledgersOf(PackagedServer server) {
    return FlowClient.of(server.http(), LEDGER);
  }
}
