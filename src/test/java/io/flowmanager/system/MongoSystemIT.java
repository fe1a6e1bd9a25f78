// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged server and a MongoDB collection that stores the sagas of a flow. */
class MongoSystemIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String NOTES = "notes";
  private static final String OLD = "saga-of-the-original";
  @TempDir private Path folder;
  private final Participant clerk = Participant.open();
  private final MongoServer mongo =
      new MongoServer(new MemoryBackend().version(ServerVersion.MONGO_5_0));
  private final int port = mongo.bind().getPort();
  private final MongoClient client = MongoClients.create("mongodb://localhost:" + port);
  private final MongoCollection<Document> notes =
      client.getDatabase("archive").getCollection(NOTES);

  @AfterEach
  void close() {
    client.close();
    mongo.shutdownNow();
    clerk.close();
  }

  @Test
  void sagaOfTheOriginalGoesOnAndSurvivesAKillOfTheServer() {
    notes.insertOne(
        Document.parse(
            """
            {"sagaId": "%s", "associatedEntityId": "e", "currentState": "open", "isFinal": false,
             "businessStateId": 1, "latestEvent": "opened", "metadata": {"n": 0}, "theirs": true,
             "history": {"states": [{"state": "open", "timestamp": "2024-05-01T10:00:00.000Z",
                                     "businessStateId": 1}],
                         "events": [{"event": "opened", "timestamp": "2024-05-01T10:00:00.000Z"}]}}
            """
                .formatted(OLD)));
    try (PackagedServer server = server().start()) {
      FlowClient flow = FlowClient.of(server.http(), NOTES);
      flow.move(OLD, "noted", "{\"n\": 1}");
      clerk.awaitCommands(OLD, 1, SOON);

      server.kill9();
      server.start();
      HttpAnswer second = flow.send(OLD, "noted", "{\"n\": 2}", "Idempotency-Key", "second");
      HttpAnswer repeated = flow.send(OLD, "noted", "{\"n\": 2}", "Idempotency-Key", "second");

      assertThat(second.status()).as("%s", second).isEqualTo(200);
      assertThat(repeated.status()).as("%s", repeated).isEqualTo(200);
      clerk.awaitCommands(OLD, 2, SOON);
      assertThat(clerk.commandsFor(OLD)).isEqualTo(List.of(OLD + ".1", OLD + ".2"));
      JsonObject saga = flow.read(OLD);
      assertThat(saga.getJsonObject("metadata").getInt("n")).isEqualTo(2);
      assertThat(saga.getJsonObject("history").getJsonArray("events")).hasSize(3);
      assertThat(notes.find(new Document("sagaId", OLD)).first())
          .containsEntry("theirs", true)
          .containsEntry("latestEvent", "noted");
    }
  }

  private PackagedServer server() {
    String configurations =
        "{\"connectionUri\": \"mongodb://localhost:%d/archive\", \"collectionName\": \"notes\"}"
            .formatted(port);
    FlowFolder flows =
        new FlowFolder(folder.resolve("flows"))
            .with(NOTES, NotesFlow.storedIn(clerk.port(), "mongo", configurations));
    return PackagedServer.in(folder).with(flows.settings(NOTES));
  }
}
