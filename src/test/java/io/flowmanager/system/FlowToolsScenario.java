// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Flows that are judged and drawn. */
interface FlowToolsScenario extends ServerScenario {

  @ParameterizedTest
  @CsvSource({
    "image/svg+xml, image/svg+xml, <svg ",
    "text/vnd.mermaid, text/vnd.mermaid, flowchart",
    "text/vnd.graphviz, text/vnd.graphviz, digraph",
    "*/*, image/svg+xml, <svg "
  })
  default void aFlowIsDrawnAsTheCallerLikes(String accept, String type, String beginning) {
    HttpAnswer answer = http().get("flows/ledger/diagram", "Accept", accept);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.body()).startsWith(beginning);
  }

  @Test
  default void theRootFlowIsDrawnWithEveryState() {
    String picture = http().get("diagram").body();

    http()
        .get("machine-definition")
        .json()
        .getJsonArray("states")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(state -> state.getString("id"))
        .forEach(state -> assertThat(picture).contains(state));
  }

  @Test
  default void whatTheLinterFoundIsServed() {
    JsonObject order = http().get("flows/order/findings").json();
    JsonObject ledger = http().get("flows/ledger/findings").json();

    assertThat(order.getJsonArray("findings")).isEmpty();
    assertThat(ledger.toString()).contains("\"code\":");
  }

  @Test
  default void aFlowFileIsJudgedWithoutBeingHosted() {
    HttpAnswer sound = http().post("flows/lint", http().get("flows/order/configuration").body());
    HttpAnswer broken = http().post("flows/lint", "{\"communicationProtocols\": 7}");
    HttpAnswer nothing = http().post("flows/lint", "{");

    assertThat(sound.json().getInt("errors")).as("%s", sound).isZero();
    assertThat(broken.status()).isEqualTo(200);
    assertThat(broken.json().getInt("errors")).isPositive();
    assertThat(nothing.status()).isEqualTo(400);
  }
}
