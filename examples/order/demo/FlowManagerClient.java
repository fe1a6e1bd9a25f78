// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the demo asks of the flow manager. */
final class FlowManagerClient {

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI base;

  FlowManagerClient(URI base) {
    this.base = base;
  }

  boolean isReady() throws InterruptedException {
    try {
      return http.send(request("/-/ready").build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYetListening) {
      return false;
    }
  }

  /** Creates a saga and returns its id. */
  String create(String entityId, JsonObject metadata)
      throws IOException, InterruptedException, DemoFault {
    JsonObject body =
        Json.createObjectBuilder()
            .add("associatedEntityId", entityId)
            .add("metadata", metadata)
            .build();
    HttpRequest post =
        request("/saga")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new DemoFault(
          "POST /saga was refused with HTTP %d: %s".formatted(answer.statusCode(), answer.body()));
    }
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject().getString("sagaId");
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(10));
  }
}
