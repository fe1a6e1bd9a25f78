// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged server and a service that stores the sagas of a flow. */
class DocumentStoresSystemIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String NOTES = "notes";
  @TempDir private Path folder;
  private final Participant clerk = Participant.open();
  private SagaService service;

  @BeforeEach
  void open() throws IOException {
    service = new SagaService();
  }

  @AfterEach
  void close() {
    service.close();
    clerk.close();
  }

  private PackagedServer serverWith(String type) {
    String rest =
        "{\"protocol\": \"http\", \"endpoint\": \"localhost\", \"port\": %d, \"method\": \"PUT\","
            + " \"path\": \"/rest\"}";
    String crud = "{\"collectionName\": \"crud\", \"host\": \"localhost\", \"port\": %d}";
    String configurations = (type.equals("rest") ? rest : crud).formatted(service.port());
    String flow = NotesFlow.storedIn(clerk.port(), type, configurations);
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with(NOTES, flow);
    return PackagedServer.in(folder).with(flows.settings(NOTES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest", "crud"})
  void stepThatTheServiceRefusedIsInItAfterAKillOfTheServer(String type) {
    try (PackagedServer server = serverWith(type).start()) {
      FlowClient notes = FlowClient.of(server.http(), NOTES);
      String saga = notes.start("{}");
      notes.move(saga, "noted", "{\"n\": 1}");
      clerk.awaitCommands(saga, 2, SOON);

      service.refuseWrites(true);
      HttpAnswer refused =
          notes.send(saga, "noted", "{\"n\": 2}", "Idempotency-Key", "second-note");
      assertThat(refused.status()).as("%s", refused).isEqualTo(503);
      assertThat(service.refused()).isGreaterThanOrEqualTo(2);
      server.kill9();
      assertThat(clerk.commandsFor(saga)).hasSize(2);
      service.refuseWrites(false);
      server.start();

      clerk.awaitCommands(saga, 3, SOON);
      assertThat(events(saga)).isEqualTo(3);
      HttpAnswer repeated =
          notes.send(saga, "noted", "{\"n\": 2}", "Idempotency-Key", "second-note");
      assertThat(repeated.status()).as("%s", repeated).isEqualTo(200);
      assertThat(notes.read(saga).getJsonObject("metadata").getInt("n")).isEqualTo(2);
      assertThat(clerk.commandsFor(saga)).isEqualTo(List.of(saga + ".0", saga + ".1", saga + ".2"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest", "crud"})
  void startThatTheServiceRefusedIsTheSameSagaWhenItIsRepeated(String type) {
    try (PackagedServer server = serverWith(type).start()) {
      FlowClient notes = FlowClient.of(server.http(), NOTES);
      service.refuseWrites(true);
      HttpAnswer refused = notes.tryStart("entity-1", "{}", "Idempotency-Key", "start-1");
      assertThat(refused.status()).as("%s", refused).isEqualTo(503);
      service.refuseWrites(false);

      HttpAnswer repeated = notes.tryStart("entity-1", "{}", "Idempotency-Key", "start-1");

      assertThat(repeated.status()).as("%s", repeated).isEqualTo(200);
      String saga = repeated.json().getString("sagaId");
      Await.until("the service has it", SOON, () -> service.document(saga).isPresent());
      clerk.awaitCommands(saga, 1, SOON);
      assertThat(events(saga)).isEqualTo(1);
    }
  }

  private int events(String saga) {
    JsonObject document = service.document(saga).orElseThrow();
    return document.getJsonObject("history").getJsonArray("events").size();
  }
}
