// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses of a router on a server that is none. */
interface NoRouterScenario extends ServerScenario {

  @ParameterizedTest
  @ValueSource(strings = {"sub-flow/saga/x", "sub-flow/saga?sagaId=x", "router/calls"})
  default void theRoutersOwnPagesSayHowToHaveOne(String path) {
    HttpAnswer answer = http().get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().getString("detail")).contains("SUB_FLOW_CONFIGURATION_FILE_PATH");
  }

  @Test
  default void notificationsAreNotTakenAndToldWhy() {
    HttpAnswer answer = http().post("notify", "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getString("detail")).contains("SUB_FLOW_CONFIGURATION_FILE_PATH");
  }

  @Test
  default void theStatusOfAnySagaIsTold() {
    String saga = orders().start("{}");

    JsonObject status =
        JsonTexts.object(
            """
            {"sagaId": "%s",
             "mainSaga": {"currentState": "orderCreated",
                          "businessStateDescription": "%s"}}
            """
                .formatted(saga, orders().read(saga).getString("businessStateDescription")));
    assertThat(http().get("status/" + saga).json()).isEqualTo(status);
    assertThat(http().get("status?sagaId=" + saga).json()).isEqualTo(status);
    assertThat(http().get("status").status()).isEqualTo(400);
    assertThat(http().get("status/unknown").status()).isEqualTo(404);
  }

  @Test
  default void theSagasOfAFlowAreACollection() {
    String saga = orders().start("{\"n\": 1}");

    HttpAnswer answer = http().get("crud/order/?sagaId=" + saga);

    assertThat(answer.body()).isEqualTo("[" + http().get("sagas/" + saga).body() + "]");
    assertThat(http().get("crud/ledger/?sagaId=" + saga).body()).isEqualTo("[]");
    assertThat(http().get("crud/order/?sagaId=no%20saga").body()).isEqualTo("[]");
  }

  @Test
  default void rulesAreLintedAnywhere() {
    HttpAnswer answer = http().post("router/lint", "[]");

    assertThat(answer.json().getInt("errors")).isZero();
    assertThat(answer.json().getInt("warnings")).isEqualTo(1);
  }
}
