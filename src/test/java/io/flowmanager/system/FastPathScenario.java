// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowsOfTheRun;
import io.flowmanager.testing.server.HttpAnswer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two ways lead to the same endpoints, and an answer does not tell which way its request took. A
 * request whose {@code Accept} is not a plain one goes to JAX-RS, even if it asks for JSON.
 */
interface FastPathScenario extends ServerScenario {

  String[] BY_JAX_RS = {"Accept", "application/json, */*;q=0.5"};
  String START = "{\"associatedEntityId\": \"a\", \"metadata\": {}}";
  String NO_SAGA = "{\"key\": \"s\", \"value\": {\"messageLabel\": \"e\", \"messagePayload\": {}}}";
  List<String> TOLD = List.of("Content-Type", "Content-Length", "Retry-After", "Allow");

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.flowmanager.system.MalformedRequest#all")
  default void aMalformedRequestGetsTheSameAnswerByBothWays(MalformedRequest request) {
    HttpAnswer fast =
        http().send(request.method(), request.path(), request.publisher(), request.headers());
    HttpAnswer byJaxRs =
        http()
            .send(
                request.method(),
                request.path(),
                request.publisher(),
                joined(BY_JAX_RS, request.headers()));

    assertThat(told(fast)).isEqualTo(told(byJaxRs));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "saga",
        "saga/",
        "saga?a=b",
        "saga;a=b",
        "%73aga",
        "flows/order/saga",
        "flows/ledger/saga",
        "flows/ledger/saga/",
        "flows/ledger;a=b/saga",
        "flows/l%65dger/saga",
        "flows/Ledger/saga",
        "flows/ledger/saga/more",
        "flows/ledger"
      })
  default void aStartGetsTheSameAnswerByBothWaysWhateverItsPath(String path) {
    HttpAnswer fast = http().post(path, START);
    HttpAnswer byJaxRs = http().post(path, START, BY_JAX_RS);

    assertThat(told(fast)).isEqualTo(told(byJaxRs));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=utf-8",
        "Application/JSON; Charset=UTF-8",
        "application/json; charset=iso-8859-1",
        "application/json; a=b",
        "application/problem+json",
        "application/*",
        "text/json",
        "json"
      })
  default void aStartGetsTheSameAnswerByBothWaysWhateverItsType(String type) {
    String[] headers = {"Content-Type", type};

    HttpAnswer fast = http().post("saga", START, headers);
    HttpAnswer byJaxRs = http().post("saga", START, joined(headers, BY_JAX_RS));

    assertThat(told(fast)).isEqualTo(told(byJaxRs));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("io.flowmanager.system.FastPathScenario#bodies")
  default void aBodyInPiecesGetsTheSameAnswerByBothWays(String body) {
    HttpAnswer fast = http().send("POST", "saga", inPieces(body));
    HttpAnswer byJaxRs = http().send("POST", "saga", inPieces(body), BY_JAX_RS);

    assertThat(told(fast)).isEqualTo(told(byJaxRs));
  }

  static Stream<String> bodies() {
    return Stream.of(START, "", "{", "\"" + "x".repeat(1_100_000) + "\"");
  }

  @Test
  default void eventsGetTheSameAnswersByBothWays() {
    List<String> fast = answersToEvents();

    List<String> byJaxRs = answersToEvents(BY_JAX_RS);

    assertThat(fast)
        .isEqualTo(byJaxRs)
        .extracting(answer -> answer.substring(0, 3))
        .containsExactly("200", "200", "404", "409", "422", "404", "404");
  }

  private List<String> answersToEvents(String... headers) {
    String saga = orders().start("{}");
    FlowClient baskets = FlowClient.of(http(), FlowsOfTheRun.BASKET);
    return Stream.of(
            orders().send(saga, "paymentExecuted", "{}", headers),
            orders().send(saga, "paymentExecuted", "{}", headers),
            ledgers().send(saga, "noted", "{}", headers),
            strictOrders().send(strictOrders().start("{}"), "orderPrepared", "{}", headers),
            baskets.send(baskets.start("{}"), "noted", "{\"n\": \"one\"}", headers),
            http().post("event", NO_SAGA, headers),
            http().post("flows/no/event", NO_SAGA, headers))
        .map(FastPathScenario::told)
        .toList();
  }

  @Test
  default void aRepeatByTheOtherWayIsARepeat() {
    String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};

    HttpAnswer start = orders().tryStart("a", "{}", key);
    HttpAnswer again = orders().tryStart("a", "{}", joined(key, BY_JAX_RS));
    String saga = start.json().getString("sagaId");
    HttpAnswer event = orders().send(saga, "paymentExecuted", "{}", joined(key, BY_JAX_RS));
    HttpAnswer eventAgain = orders().send(saga, "paymentExecuted", "{}", key);

    assertThat(again.toString()).isEqualTo(start.toString()).startsWith("200 application/json");
    assertThat(eventAgain.toString()).isEqualTo(event.toString()).contains("transitioned");
  }

  @Test
  default void theMetricsTellTheWayOfARequest() {
    double fast = HttpRequests.counted(http(), "startSaga", "fast-path");
    double byJaxRs = HttpRequests.counted(http(), "startSaga", "jax-rs");

    http().post("saga", START);
    http().post("saga", START);
    http().post("saga", START, BY_JAX_RS);

    assertThat(HttpRequests.counted(http(), "startSaga", "fast-path")).isEqualTo(fast + 2);
    assertThat(HttpRequests.counted(http(), "startSaga", "jax-rs")).isEqualTo(byJaxRs + 1);
  }

  private static BodyPublisher inPieces(String body) {
    return BodyPublishers.ofInputStream(
        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  /** A wish of the request's own counts. */
  private static String[] joined(String[] accept, String[] others) {
    return List.of(others).contains(accept[0])
        ? others
        : Stream.of(accept, others).flatMap(Stream::of).toArray(String[]::new);
  }

  /** All that matters of an answer, but without the saga's own id. */
  private static String told(HttpAnswer answer) {
    List<String> headers = TOLD.stream().map(name -> name + ": " + answer.header(name)).toList();
    String told = answer.status() + " " + headers + " " + answer.body();
    return told.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>");
  }
}
