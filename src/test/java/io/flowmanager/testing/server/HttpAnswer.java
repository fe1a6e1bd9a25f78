// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;

/** What a server answered; prints as status line, content type and body. */
public record HttpAnswer(int status, HttpHeaders headers, String body) {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  static HttpAnswer of(HttpResponse<String> response) {
    return new HttpAnswer(response.statusCode(), response.headers(), response.body());
  }

  /** The body as an object; fails when it is none. */
  public JsonObject json() {
    try (JsonReader reader = READERS.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  /** The first header of that name, or an empty string. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  @Override
  public String toString() {
    return status + " " + header("Content-Type") + "\n" + body;
  }
}
