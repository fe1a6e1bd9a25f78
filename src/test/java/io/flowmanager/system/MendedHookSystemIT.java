// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.participant.ReceivedCommand;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.TestFlows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hook that fails, and then does not. */
class MendedHookSystemIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String HOOK = "/machineDefinition/states/0/outputCommand/hook";
  private static final String BROKEN = "export default ({ saga }) => ({ payload: saga.no.such });";
  private static final String MENDED =
      "export default ({ saga }) => ({ payload: { of: saga.sagaId, n: saga.metadata.n } });";

  @TempDir private Path folder;

  @Test
  void whatABrokenHookHeldBackIsDeliveredOnceAndInOrderWhenTheFlowIsMended() {
    FlowFolder flows = new FlowFolder(folder.resolve("flows"));
    try (Participant clerk = Participant.open();
        PackagedServer server = PackagedServer.in(folder)) {
      flows.with("parcel", flow(clerk, BROKEN));
      server.with(flows.settings("parcel")).start();
      String saga = stuckSaga(server);

      server.kill9();
      server.start();
      assertThat(blocked(server)).as("after a restart").containsExactly(saga + ".0");
      assertThat(server.stop()).isZero();
      assertThat(clerk.commandsFor(saga)).isEmpty();

      flows.with("parcel", flow(clerk, MENDED));
      server.start();
      List<ReceivedCommand> commands = clerk.awaitCommands(saga, 3, SOON);

      assertThat(commands)
          .extracting(ReceivedCommand::id)
          .containsExactly(saga + ".0", saga + ".1", saga + ".2");
      assertThat(commands)
          .extracting(command -> command.json().getInt("n"))
          .containsExactly(0, 1, 2);
      assertThat(blocked(server)).isEmpty();
      assertThat(server.log().split("Command is blocked until")).as("one try").hasSize(2);
    }
  }

  private static FlowDocuments flow(Participant clerk, String source) {
    return TestFlows.ledger(clerk).with(HOOK, TestFlows.hook("plain", source));
  }

  private static String stuckSaga(PackagedServer server) {
    FlowClient parcels = FlowClient.ofRoot(server.http());
    String saga = parcels.start("{\"n\": 0}");
    parcels.move(saga, "noted", "{\"n\": 1}");
    parcels.move(saga, "noted", "{\"n\": 2}");
    Await.until(() -> saga + " blocked", SOON, () -> !blocked(server).isEmpty());
    return saga;
  }

  private static List<String> blocked(PackagedServer server) {
    return server
        .http()
        .get("commands/blocked")
        .json()
        .getJsonArray("commands")
        .getValuesAs(command -> command.asJsonObject().getString("commandId"));
  }
}
