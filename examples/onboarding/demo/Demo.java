// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package onboarding.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Starts the server and the services, takes three customers on board, and runs until it is stopped
 * or the server ends. Its only argument is the project's folder.
 */
public final class Demo {

  private static final String GUIDE =
      """

      The router is ready at BASE.

        begin             curl -X POST BASE/saga -H 'Content-Type: application/json' \\
                            -d '{"associatedEntityId": "me", "metadata": {"customer": {"known": false}}}'
        send papers       curl -X POST BASE/event -H 'Content-Type: application/json' \\
                            -d '{"key": "{sagaId}", "value": {"messageLabel": "documentsUploaded",
                                 "messagePayload": {"documents": [{"sha": "a1", "pages": 2}]}}}'
        where is it       curl BASE/status/{sagaId}
        the sub saga      curl BASE/sub-flow/saga/{sagaId}
        try the rules     curl -X POST BASE/router/match -H 'Content-Type: application/json' \\
                            -d '{"customer": {"known": true}}'

      More in examples/onboarding/README.md. Ctrl-C stops everything.
      """;

  private final Calls calls = new Calls(URI.create("http://localhost:" + Server.PORT));

  public static void main(String[] line) throws InterruptedException {
    try {
      new Demo().run(Path.of(line[0]).toAbsolutePath());
    } catch (IOException fault) {
      System.err.println(fault.getMessage());
      System.exit(1);
    }
  }

  private void run(Path home) throws IOException, InterruptedException {
    Services services = new Services(calls);
    try {
      Server server = Server.start(home);
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      System.out.println("The server starts …");
      server.awaitReady(calls);
      System.out.println(GUIDE.replace("BASE", calls.base().toString()));
      takeOnBoard();
      server.awaitEnd();
    } finally {
      services.close();
    }
  }

  private void takeOnBoard() throws IOException, InterruptedException {
    begin("known, pays the fee", "{\"customer\": {\"known\": true}, \"fee\": 10}");
    JsonObject good = begin("new, good papers", "{\"customer\": {\"known\": false}}");
    sendPapers(good, 2);
    JsonObject bad = begin("new, empty papers", "{\"customer\": {\"known\": false}}");
    sendPapers(bad, 0);
  }

  private JsonObject begin(String story, String metadata) throws IOException, InterruptedException {
    JsonObject order =
        Json.createObjectBuilder()
            .add("associatedEntityId", story)
            .add("metadata", Calls.parse(metadata))
            .build();
    JsonObject started = calls.post("/saga", order, "demo-" + System.nanoTime());
    System.out.printf(
        "Customer (%s): %s, sub flow %s%n",
        story, started.getString("sagaId"), started.getString("subFlow"));
    return started;
  }

  /** The caller knows the main saga only. */
  private void sendPapers(JsonObject started, int pages) throws IOException, InterruptedException {
    String saga = started.getString("sagaId");
    JsonObject papers =
        Calls.parse("{\"documents\": [{\"sha\": \"a1\", \"pages\": %d}]}".formatted(pages));
    calls.post("/event", Calls.event(saga, "documentsUploaded", papers), "papers-of-" + saga);
    System.out.println("  " + calls.get("/status/" + saga));
  }
}
