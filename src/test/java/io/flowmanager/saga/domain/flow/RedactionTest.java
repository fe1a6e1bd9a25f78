// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.testing.FlowDocuments;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  private static final String KAFKA = "/communicationProtocols/0/configurations";

  private final Redaction redaction = new Redaction(JsonText.builders());

  @ParameterizedTest
  @ValueSource(
      strings = {
        KAFKA + "/authenticationProperties/ssl/ca",
        KAFKA + "/authenticationProperties/ssl/key",
        KAFKA + "/authenticationProperties/ssl/cert",
        KAFKA + "/authenticationProperties/ssl/passphrase",
        KAFKA + "/authenticationProperties/sasl/username",
        KAFKA + "/authenticationProperties/sasl/password",
        KAFKA + "/clientProperties/ssl.keystore.password",
        "/communicationProtocols/1/configurations/headers/X-Api-Key",
        "/communicationProtocols/1/configurations/headers/Accept",
        "/communicationProtocols/2/configurations/username",
        "/communicationProtocols/2/configurations/password",
        "/persistencyManagement/configurations/headers/Authorization",
        "/persistencyManagement/configurations/connectionUri"
      })
  void textAtASecretPlaceIsNotShown(String pointer) {
    JsonObject shown =
        redaction.redact(FlowDocuments.complete().with(pointer, "\"top-secret\"").json());

    assertThat(shown.toString()).doesNotContain("top-secret");
    assertThat(Json.createPointer(pointer).getValue(shown)).hasToString("\"***\"");
  }

  @ParameterizedTest
  @CsvSource({
    "mongodb://user:top-secret@mongo/db,mongodb://***@mongo/db",
    "http://user:top-secret@one:9092,http://***@one:9092",
    "tcp://artemis:61616?password=top-secret,tcp://artemis:61616?***"
  })
  void credentialsInAnAddressAreNotShown(String address, String shown) {
    JsonObject document =
        FlowDocuments.complete()
            .with("/communicationProtocols/2/configurations/brokerUrl", '"' + address + '"')
            .json();

    assertThat(
            Json.createPointer("/communicationProtocols/2/configurations/brokerUrl")
                .getValue(redaction.redact(document)))
        .hasToString('"' + shown + '"');
  }

  @Test
  void whatIsNoSecretStaysAsItWas() {
    JsonObject document = FlowDocuments.complete().json();

    JsonObject shown = redaction.redact(document);

    assertThat(shown.get("machineDefinition")).isEqualTo(document.get("machineDefinition"));
    assertThat(shown.get("settings")).isEqualTo(document.get("settings"));
    assertThat(shown.toString())
        .contains("\"servername\":\"kafka.example\"", "\"mechanism\":\"SCRAM-SHA-256\"")
        .contains("\"path\":\"/run/password\"", "one:9092", "stock.example");
  }

  @Test
  void listsAndObjectsAtASecretPlaceHideAllTheirTexts() {
    JsonObject document =
        FlowDocuments.complete()
            .with(
                "/communicationProtocols/1/configurations/headers",
                "{\"a\": [\"top-secret\", {\"b\": \"top-secret\"}], \"c\": 5}")
            .json();

    assertThat(redaction.redact(document).toString()).doesNotContain("top-secret");
  }
}
