// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.WildFlyServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** WildFly as it is unpacked, whose default data source is H2 in memory. */
@Tag("portable")
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
class StartOnWildFlyIT {

  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir private Path folder;

  @Test
  void itsStoreInMemoryIsRefusedInOneSentenceThatItsToolsShow() {
    try (WildFlyServer server = server().launch()) {
      Await.until(server::log, SOON, () -> server.log().contains("WFLYSRV0026"));

      assertThat(server.log().lines())
          .anyMatch(line -> line.contains("ERROR [io.flowmanager]"))
          .anyMatch(line -> line.matches(".*in memory.*flow-manager.database.allow-volatile.*"));
      assertThat(afterFailedServices(server.log()))
          .contains("Flow Manager cannot start", "in memory");
    }
  }

  @Test
  void atAnotherContextPathItsPagesAreFound() {
    try (WildFlyServer server =
        server()
            .at("/fm/")
            .with(Map.of("DB_URL", "jdbc:h2:mem:nobody-reads-it"))
            .property("flow-manager.context-root", "/fm")
            .property("flow-manager.database.allow-volatile", "true")
            .property("FLOW_MANAGER_BODY_MAX_BYTES", "300")
            .start()) {
      FlowClient flow = FlowClient.ofRoot(server.http());
      flow.start("{}");
      flow.start("{}");

      String next = server.http().get("sagas?limit=1").json().getString("next");

      assertThat(next).startsWith("/fm/sagas?");
      HttpAnswer second = server.http().get(next);
      assertThat(second.status()).isEqualTo(200);
      assertThat(second.json().getJsonArray("sagas")).hasSize(1);
      assertThat(flow.tryStart("x".repeat(400), "{}").status()).isEqualTo(413);
      assertThat(server.log())
          .contains("Only the microbundle reads DB_URL", "an H2 database in memory");
    }
  }

  private WildFlyServer server() {
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());
    return WildFlyServer.in(folder.resolve("server")).with(flows.settings("a"));
  }

  private static String afterFailedServices(String log) {
    return log.substring(log.indexOf("WFLYCTL0080"));
  }
}
