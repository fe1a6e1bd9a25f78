// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.participant;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/**
 * A command as it came over the wire.
 *
 * @param headers by lower-case name
 */
public record ReceivedCommand(
    String method, String path, Map<String, List<String>> headers, String body) {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  public String header(String name) {
    return String.join(", ", headers.getOrDefault(name.toLowerCase(), List.of()));
  }

  /** What the server calls the command, however often it sends it. */
  public String id() {
    return header("X-Command-Id");
  }

  public String saga() {
    return json().getString("key");
  }

  public String label() {
    return json().getJsonObject("value").getString("messageLabel");
  }

  public JsonObject payload() {
    return json().getJsonObject("value").getJsonObject("messagePayload");
  }

  private JsonObject json() {
    try (JsonReader reader = READERS.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  @Override
  public String toString() {
    return id() + " " + method + " " + path + " " + body;
  }
}
