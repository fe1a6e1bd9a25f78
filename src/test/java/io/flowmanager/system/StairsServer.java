// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import io.flowmanager.testing.kafka.StairsFlow;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packaged servers that play one flow over Kafka. */
record StairsServer(Path folder, StairsFlow flow, TestDatabase database) {

  private static final String FLOW = "stairs";

  /** Launched, and not waited for. */
  PackagedServer launch(String node) {
    try {
      Path home = Files.createDirectory(folder.resolve(node));
      FlowFolder flows = new FlowFolder(home.resolve("flows")).with(FLOW, flow.text());
      return PackagedServer.in(home)
          .with(flows.settings(FLOW))
          .with(database.settings())
          .with("FLOW_MANAGER_RELAY_SEND_TIMEOUT", "PT5S")
          .with("FLOW_MANAGER_RELAY_LEASE", "PT8S")
          .launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FlowClient stairsOf(PackagedServer server) {
    return FlowClient.of(server.http(), FLOW);
  }
}
