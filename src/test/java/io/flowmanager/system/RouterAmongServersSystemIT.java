// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.Http;
import io.flowmanager.testing.server.HttpAnswer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The router plays no flow itself, and calls three flow managers by HTTP. */
class RouterAmongServersSystemIT implements RouterScenario {

  private static RoutedServers servers;

  @BeforeAll
  static void start(@TempDir Path folder) {
    servers = RoutedServers.start(folder);
  }

  @AfterAll
  static void close() {
    servers.close();
  }

  @Override
  public Http router() {
    return servers.router().http();
  }

  @Override
  public Http mainServer() {
    return servers.main().http();
  }

  @Override
  public Http identificationServer() {
    return servers.identification().http();
  }

  @Test
  void aSubFlowThatIsDownIsNamedAndTheCallIsFinishedWhenItIsBack() {
    servers.payment().kill9();

    HttpAnswer answer =
        FlowClient.ofRoot(router())
            .tryStart("late", "{\"type\": \"payment\", \"contract\": {\"country\": \"IT\"}}");

    assertThat(answer.status()).as("%s", answer).isEqualTo(504);
    assertThat(answer.json().getString("detail"))
        .contains(servers.payment().baseUri().toString(), "will be finished");
    assertThat(calls()).contains("\"late\"", "\"open\"");
    servers.payment().start();
    Await.until(() -> "the end of " + calls(), SOON, () -> !calls().contains("\"late\""));
    assertThat(mainServer().get("sagas?entityId=late&state=waiting").json().getJsonArray("sagas"))
        .hasSize(1);
    assertThat(servers.payment().http().get("sagas?entityId=late").json().getJsonArray("sagas"))
        .hasSize(1);
  }

  private String calls() {
    return router().get("router/calls").body();
  }
}
