// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.RoutedFlowFiles;
import io.flowmanager.testing.server.RouterFolder;
import io.flowmanager.testing.server.RouterFolder.Place;
import io.flowmanager.testing.server.TestFlows;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A machine with another alphabet, other digits, another character set and another time, in a
 * network whose hosts have names as containers have them. The server is its own router and calls
 * itself by such a name.
 */
class ForeignMachineSystemIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SECOND_FLOW = "{\"type\": \"identification\", \"ß\": \"Ğİıçş\"}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR -Duser.timezone=America/St_Johns",
        "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab -Duser.timezone=Asia/Gaza"
      })
  void everythingIsAsOnAnyOtherMachine(String machine) throws IOException {
    try (Participant clerk = Participant.open();
        PackagedServer server = PackagedServer.in(folder)) {
      server
          .with(Map.of("JAVA_TOOL_OPTIONS", machine + " -Dfile.encoding=US-ASCII" + hosts()))
          .with(flows(clerk).settings("order"))
          .with(router(server))
          .start();

      anOrderGoesItsWay(server, clerk);
      theRouterStartsBothSagas(server);
      orderOf(server).send(orderOf(server).start("{}"), "Überraschung", "{}");
      assertThat(server.log())
          .contains("Flow Manager is a router with 2 rules.")
          .containsPattern("is ready: HTTP port \\[[0-9]+], started in [0-9]+ ms")
          .containsPattern("(?m)^20[0-9T:.-]{20,}[+-][0-9]{4} WARNING .*event=Überraschung")
          .doesNotContain("Exception");
    }
  }

  private static FlowClient orderOf(PackagedServer server) {
    return FlowClient.of(server.http(), "order");
  }

  private static void anOrderGoesItsWay(PackagedServer server, Participant clerk) {
    FlowClient orders = orderOf(server);
    String order = orders.start(SECOND_FLOW);
    clerk.awaitCommands(order, 1, SOON);

    HttpAnswer paid = orders.send(order, "paymentExecuted", "{\"n\": 1.5}", "Idempotency-Key", "i");
    HttpAnswer again =
        orders.send(order, "paymentExecuted", "{\"n\": 1.5}", "Idempotency-Key", "i");

    assertThat(paid.json().getString("outcome")).isEqualTo("transitioned");
    assertThat(again.body()).isEqualTo(paid.body());
    assertThat(orders.read(order).getJsonObject("metadata").toString())
        .contains("\"ß\":\"Ğİıçş\"", "\"n\":1.5");
    assertThat(orders.read(order).getString("updatedAt"))
        .matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z");
    assertThat(server.http().get("sagas?final=false&limit=1&updatedAfter=2026-01-01T00:00:00Z"))
        .satisfies(page -> assertThat(page.json().getJsonArray("sagas")).hasSize(1));
    HttpAnswer svg = server.http().get("flows/order/diagram", "Accept", "image/svg+xml");
    assertThat(svg.body()).startsWith("<svg").containsPattern("state machine of [0-9]+ states");
  }

  private static void theRouterStartsBothSagas(PackagedServer server) {
    HttpAnswer started = FlowClient.ofRoot(server.http()).tryStart("e", SECOND_FLOW);

    assertThat(started.status()).as("%s", started).isEqualTo(200);
    String main = started.json().getString("sagaId");
    HttpAnswer status = server.http().get("status/" + main);
    assertThat(status.json().getJsonObject("identificationSaga")).as("%s", status).isNotNull();
  }

  private FlowFolder flows(Participant clerk) {
    var order =
        TestFlows.order(clerk)
            .with("/communicationProtocols/0/configurations/endpoint", "\"payment_service\"");
    return new FlowFolder(folder.resolve("flows"))
        .with("order", order)
        .with("main", RoutedFlowFiles.main())
        .with("identification", RoutedFlowFiles.sub(1));
  }

  private Map<String, String> router(PackagedServer server) {
    String base = "http://flow_manager:" + server.baseUri().getPort() + "/";
    var sub = new Place(base + "flows/identification", base + "crud/identification");
    var main = new Place(base + "flows/main", base + "crud/main");
    return new RouterFolder(folder).settings(main, sub, sub);
  }

  /** What resolves names there; the machine's own name is asked for by the server. */
  private String hosts() throws IOException {
    String own = InetAddress.getLocalHost().getHostName();
    Path file =
        Files.writeString(
            folder.resolve("hosts"), "127.0.0.1 localhost payment_service flow_manager " + own);
    return " -Djdk.net.hosts.file=" + file.toAbsolutePath();
  }
}
