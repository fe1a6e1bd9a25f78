// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.concurrent.CompletableFuture;

/**
 * Speaks to one flow of a server, as its users do. Payloads and metadata are given as JSON text.
 *
 * @param path where the flow is served: empty for the root, else {@code flows/<name>/}
 */
public record FlowClient(Http http, String path) {

  public static FlowClient ofRoot(Http http) {
    return new FlowClient(http, "");
  }

  public static FlowClient of(Http http, String flow) {
    return new FlowClient(http, "flows/" + flow + "/");
  }

  /** Starts a saga, which has to succeed, and answers its id. */
  public String start(String metadata) {
    HttpAnswer answer = tryStart("entity-1", metadata);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().getString("sagaId");
  }

  public HttpAnswer tryStart(String entity, String metadata, String... headers) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("associatedEntityId", entity)
            .add("metadata", parse(metadata))
            .build();
    return http.post(path + "saga", body, headers);
  }

  /** Sends an event that has to move the saga. */
  public void move(String saga, String label, String payload) {
    HttpAnswer answer = send(saga, label, payload);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().getString("outcome")).isEqualTo("transitioned");
  }

  public HttpAnswer send(String saga, String label, String payload, String... headers) {
    return http.post(path + "event", event(saga, label, payload), headers);
  }

  /** Sends an event and does not wait. */
  public CompletableFuture<HttpAnswer> sendAside(String saga, String label, String payload) {
    return http.postAside(path + "event", event(saga, label, payload).toString());
  }

  /** The saga's document. */
  public JsonObject read(String saga) {
    HttpAnswer answer = http.get("sagas/" + saga);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  public String stateOf(String saga) {
    return read(saga).getString("currentState");
  }

  private static JsonObject event(String saga, String label, String payload) {
    return Json.createObjectBuilder()
        .add("key", saga)
        .add(
            "value",
            Json.createObjectBuilder()
                .add("messageLabel", label)
                .add("messagePayload", parse(payload)))
        .build();
  }

  private static JsonValue parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
