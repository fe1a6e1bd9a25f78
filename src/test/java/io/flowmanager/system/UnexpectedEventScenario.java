// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Events that no transition waits for, and sagas that are not there. */
interface UnexpectedEventScenario extends ServerScenario {

  @Test
  default void anUnexpectedEventIsIgnoredAndChangesNothing() {
    FlowClient orders = orders();
    String saga = orders.start("{\"n\":1}");
    JsonObject before = orders.read(saga);

    HttpAnswer answer = orders.send(saga, "orderDelivered", "{\"n\":2}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString())
        .isEqualTo(
            "{\"sagaId\":\"%s\",\"outcome\":\"ignored\",\"currentState\":\"orderCreated\"}"
                .formatted(saga));
    assertThat(orders.read(saga)).isEqualTo(before);
  }

  @Test
  default void aFinalSagaIgnoresEveryEvent() {
    FlowClient orders = orders();
    String saga = orders.start("{}");
    orders.move(saga, "executePaymentError", "{}");

    HttpAnswer answer = orders.send(saga, "executePaymentError", "{}");

    assertThat(answer.json().getString("outcome")).isEqualTo("ignored");
    assertThat(orders.read(saga).getJsonObject("history").getJsonArray("events")).hasSize(2);
  }

  @Test
  default void aStrictFlowRefusesAnUnexpectedEvent() {
    FlowClient orders = strictOrders();
    String saga = orders.start("{\"n\":1}");
    JsonObject before = orders.read(saga);

    HttpAnswer answer = orders.send(saga, "orderDelivered", "{\"n\":2}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().getString("detail"))
        .contains(saga, "orderCreated", "orderDelivered", "paymentExecuted");
    assertThat(orders.read(saga)).isEqualTo(before);
  }

  @Test
  default void anEventForAnUnknownSagaIsRefused() {
    assertUnknown(orders().send("order-nobody", "paymentExecuted", "{}"), "order-nobody");
    assertUnknown(orders().send("no saga has such an id", "paymentExecuted", "{}"), "no saga has");
  }

  @Test
  default void aSagaOfAnotherFlowIsUnknownToThisOne() {
    String saga = orders().start("{}");

    assertUnknown(strictOrders().send(saga, "paymentExecuted", "{}"), saga);
    assertThat(orders().stateOf(saga)).isEqualTo("orderCreated");
  }

  @Test
  default void theRootFlowIsServedUnderItsNameToo() {
    String saga = orders().start("{}");

    FlowClient.of(http(), "order").move(saga, "paymentExecuted", "{}");

    assertThat(orders().stateOf(saga)).isEqualTo("orderPaid");
  }

  @Test
  default void anUnknownSagaCannotBeRead() {
    assertUnknown(http().get("sagas/order-nobody"), "order-nobody");
  }

  private static void assertUnknown(HttpAnswer answer, String id) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().getString("detail")).contains(id);
  }
}
