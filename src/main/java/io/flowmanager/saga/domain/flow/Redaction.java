// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hides the secrets of a flow file: every text at a place that may hold a credential (contract,
 * "Secrets") becomes {@code ***}. References to secret files stay: a path is not a secret.
 */
public record Redaction(JsonBuilderFactory builders) {

  private static final String HIDDEN = "***";
  private static final Set<String> SECTIONS =
      Set.of("communicationProtocols", "persistencyManagement");
  private static final Set<String> SECRET =
      Set.of("headers", "ssl", "sasl", "username", "password", "connectionUri", "clientProperties");
  private static final Set<String> HARMLESS =
      Set.of("mechanism", "servername", "rejectUnauthorized");
  private static final Pattern CREDENTIALS_IN_URL = Pattern.compile("//[^/@]*@|\\?.*$");

  /** The document of the definition without its secrets. */
  public JsonObject redact(JsonObject document) {
    JsonObjectBuilder shown = builders.createObjectBuilder();
    document.forEach((key, value) -> shown.add(key, SECTIONS.contains(key) ? open(value) : value));
    return shown.build();
  }

  private JsonValue open(JsonValue value) {
    if (value instanceof JsonObject object) {
      return members(object);
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder shown = builders.createArrayBuilder();
      array.forEach(element -> shown.add(open(element)));
      return shown.build();
    }
    return value instanceof JsonString string ? withoutCredentials(string.getString()) : value;
  }

  private JsonObject members(JsonObject object) {
    JsonObjectBuilder shown = builders.createObjectBuilder();
    object.forEach(
        (key, value) -> shown.add(key, SECRET.contains(key) ? hide(value) : open(value)));
    return shown.build();
  }

  private JsonValue hide(JsonValue value) {
    if (value instanceof JsonObject object) {
      return isReference(object) ? object : hideMembers(object);
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder shown = builders.createArrayBuilder();
      array.forEach(element -> shown.add(hide(element)));
      return shown.build();
    }
    return value instanceof JsonString ? text(HIDDEN) : value;
  }

  private JsonObject hideMembers(JsonObject object) {
    JsonObjectBuilder shown = builders.createObjectBuilder();
    object.forEach((key, value) -> shown.add(key, HARMLESS.contains(key) ? value : hide(value)));
    return shown.build();
  }

  private static boolean isReference(JsonObject object) {
    return object.keySet().equals(Set.of("type", "path"));
  }

  private JsonValue withoutCredentials(String text) {
    if (!text.contains("://")) {
      return text(text);
    }
    return text(
        CREDENTIALS_IN_URL
            .matcher(text)
            .replaceAll(match -> match.group().startsWith("//") ? "//***@" : "?***"));
  }

  private JsonValue text(String text) {
    return builders.createObjectBuilder(Map.of("text", text)).build().get("text");
  }
}
