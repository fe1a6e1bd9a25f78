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

  /** As the usual envelope tells; a message that a hook has made has it in its id only. */
  public String saga() {
    return json().getString("key", id().replaceFirst("(\\.\\d+){1,2}$", ""));
  }

  public String label() {
    return json().getJsonObject("value").getString("messageLabel");
  }

  public JsonObject payload() {
    return json().getJsonObject("value").getJsonObject("messagePayload");
  }

  /** The whole body. */
  public JsonObject json() {
    try (JsonReader reader = READERS.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  @Override
  public String toString() {
    return id() + " " + method + " " + path + " " + body;
  }
}
