// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.HttpAnswer;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A request with an {@code Idempotency-Key} that comes again. */
interface IdempotencyScenario extends ServerScenario {

  String KEY = "Idempotency-Key";
  int REPEATS = 50;

  @Test
  default void aRepeatedStartMakesOneSagaAndGetsTheSameAnswer() {
    FlowClient orders = orders();
    String entity = fresh();

    HttpAnswer first = orders.tryStart(entity, "{\"n\":1}", KEY, entity);
    HttpAnswer second = orders.tryStart(entity, "{\"n\":1}", KEY, entity);

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.toString()).isEqualTo(first.toString());
    assertThat(sagasOf(entity)).isOne();
  }

  @Test
  default void repeatsOfAStartAtTheSameTimeMakeOneSaga() {
    FlowClient orders = orders();
    String entity = fresh();
    Set<String> answers = ConcurrentHashMap.newKeySet();

    try (ConcurrentRunner runner =
        ConcurrentRunner.of(
            REPEATS, i -> answers.add(orders.tryStart(entity, "{}", KEY, entity).toString()))) {
      runner.join(SOON);
    }

    assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("200 "));
    assertThat(sagasOf(entity)).isOne();
  }

  @Test
  default void aStartWithTheKeyOfAnotherFlowIsNoRepeat() {
    String key = fresh();

    HttpAnswer order = orders().tryStart("entity-1", "{}", KEY, key);
    HttpAnswer strict = strictOrders().tryStart("entity-1", "{}", KEY, key);

    assertThat(order.json().getString("sagaId")).startsWith("order-");
    assertThat(strict.json().getString("sagaId")).startsWith("strict-");
  }

  @Test
  default void aRepeatedEventMovesTheSagaOnceAndGetsTheFirstAnswer() {
    FlowClient orders = orders();
    String saga = orders.start("{}");

    HttpAnswer first = orders.send(saga, "paymentExecuted", "{\"n\":1}", KEY, "e-1");
    orders.move(saga, "orderPrepared", "{}");
    HttpAnswer late = orders.send(saga, "paymentExecuted", "{\"n\":2}", KEY, "e-1");

    assertThat(late.toString()).isEqualTo(first.toString());
    assertThat(first.json().getString("currentState")).isEqualTo("orderPaid");
    assertThat(orders.stateOf(saga)).isEqualTo("orderPrepared");
    assertThat(orders.read(saga).getJsonObject("metadata").getInt("n")).isEqualTo(1);
  }

  @Test
  default void repeatsOfAnEventAtTheSameTimeMoveTheSagaOnce() {
    FlowClient ledgers = ledgers();
    String saga = ledgers.start("{}");
    Set<String> answers = ConcurrentHashMap.newKeySet();

    try (ConcurrentRunner runner =
        ConcurrentRunner.of(
            REPEATS, i -> answers.add(ledgers.send(saga, "noted", "{}", KEY, "n-1").toString()))) {
      runner.join(SOON);
    }

    assertThat(answers).hasSize(1);
    assertThat(ledgers.read(saga).getJsonObject("history").getJsonArray("events")).hasSize(2);
  }

  @Test
  default void aRepeatOfAnIgnoredEventStaysIgnoredWhenTheSagaHasMovedOn() {
    FlowClient orders = orders();
    String saga = orders.start("{}");

    HttpAnswer first = orders.send(saga, "orderPrepared", "{}", KEY, "e-1");
    orders.move(saga, "paymentExecuted", "{}");
    HttpAnswer late = orders.send(saga, "orderPrepared", "{}", KEY, "e-1");

    assertThat(first.json().getString("outcome")).isEqualTo("ignored");
    assertThat(late.toString()).isEqualTo(first.toString());
    assertThat(orders.stateOf(saga)).isEqualTo("orderPaid");
    assertThat(orders.send(saga, "orderPrepared", "{}", KEY, "e-2").json().getString("outcome"))
        .isEqualTo("transitioned");
  }

  @Test
  default void aRepeatOfARefusedEventStaysRefusedWhenTheSagaHasMovedOn() {
    FlowClient orders = strictOrders();
    String saga = orders.start("{}");

    HttpAnswer first = orders.send(saga, "orderPrepared", "{}", KEY, "e-1");
    orders.move(saga, "paymentExecuted", "{}");
    HttpAnswer late = orders.send(saga, "orderPrepared", "{}", KEY, "e-1");

    assertThat(first.status()).isEqualTo(409);
    assertThat(late.toString()).isEqualTo(first.toString());
    assertThat(orders.stateOf(saga)).isEqualTo("orderPaid");
  }

  @Test
  default void anEventKeyCountsForItsSagaOnly() {
    FlowClient orders = orders();
    String one = orders.start("{}");
    String other = orders.start("{}");

    orders.send(one, "paymentExecuted", "{}", KEY, "e-1");
    orders.send(other, "paymentExecuted", "{}", KEY, "e-1");

    assertThat(orders.stateOf(one)).isEqualTo("orderPaid");
    assertThat(orders.stateOf(other)).isEqualTo("orderPaid");
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  private int sagasOf(String entity) {
    return http().get("sagas?entityId=" + entity).json().getJsonArray("sagas").size();
  }
}
