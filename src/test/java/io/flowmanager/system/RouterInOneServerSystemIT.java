// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.Http;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.RoutedFlowFiles;
import io.flowmanager.testing.server.RouterFolder;
import io.flowmanager.testing.server.RouterFolder.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server plays the router and all flows. */
class RouterInOneServerSystemIT implements RouterScenario {

  private static PackagedServer server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = PackagedServer.in(folder);
    int port = server.baseUri().getPort();
    var flows =
        new FlowFolder(folder.resolve("flows"))
            .with("main", RoutedFlowFiles.main())
            .with("identification", RoutedFlowFiles.sub(port))
            .with("payment", RoutedFlowFiles.sub(port));
    server
        .with(flows.settings("main"))
        .with(
            new RouterFolder(folder.resolve("router"))
                .settings(
                    Place.hosted("main"), Place.hosted("identification"), Place.hosted("payment")))
        .start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Override
  public Http router() {
    return server.http();
  }

  @Override
  public Http mainServer() {
    return server.http();
  }

  @Override
  public Http identificationServer() {
    return server.http();
  }

  @Test
  void flowsKeepTheirOwnEndpoints() {
    HttpAnswer answer =
        server
            .http()
            .post(
                "flows/payment/saga",
                "{\"associatedEntityId\": \"alone\", \"metadata\": {\"n\": 1}}");

    String saga = answer.json().getString("sagaId");
    assertThat(answer.json()).hasSize(1);
    assertThat(server.http().get("crud/payment/?sagaId=" + saga).body())
        .startsWith("[{")
        .contains("\"alone\"");
    assertThat(server.http().get("crud/payment?sagaid=" + saga).body()).contains("\"alone\"");
    assertThat(server.http().get("crud/main/?sagaId=" + saga).body()).isEqualTo("[]");
    assertThat(server.http().get("crud/nowhere/?sagaId=" + saga).status()).isEqualTo(404);
    assertThat(server.http().get("crud/main/").status()).isEqualTo(400);
  }
}
