// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowsOfTheRun;
import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Payloads that a schema checks and that merge deep, with a hook as the customizer. */
interface PayloadScenario extends ServerScenario {

  private FlowClient baskets() {
    return FlowClient.of(http(), FlowsOfTheRun.BASKET);
  }

  @Test
  default void nestedObjectsMergeAndTheHookJoinsArrays() {
    String saga = baskets().start("{\"a\": {\"x\": 1}, \"list\": [1]}");

    baskets().move(saga, "noted", "{\"n\": 1, \"a\": {\"y\": 2}, \"list\": [2, 3]}");

    JsonObject metadata = baskets().read(saga).getJsonObject("metadata");
    assertThat(metadata).hasToString("{\"a\":{\"x\":1,\"y\":2},\"list\":[1,2,3],\"n\":1}");
  }

  @Test
  default void payloadThatBreaksItsSchemaIsRefusedWithItsPlace() {
    String saga = baskets().start("{}");

    HttpAnswer answer = baskets().send(saga, "noted", "{\"n\": \"one\"}");

    assertThat(answer.status()).as("%s", answer).isEqualTo(422);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo("/value/messagePayload/n");
    assertThat(baskets().read(saga).getJsonObject("metadata")).isEmpty();
  }

  @Test
  default void hookThatThrowsRefusesTheEventAndTheSameKeyMayComeAgain() {
    String saga = baskets().start("{}");

    HttpAnswer failed = baskets().send(saga, "noted", "{\"boom\": 1}", "Idempotency-Key", "once");
    HttpAnswer mended = baskets().send(saga, "noted", "{\"n\": 1}", "Idempotency-Key", "once");

    assertThat(failed.status()).as("%s", failed).isEqualTo(422);
    assertThat(failed.json().getString("detail")).contains("/settings/deepMergeMetadata/hook");
    assertThat(mended.json().getString("outcome")).isEqualTo("transitioned");
  }
}
