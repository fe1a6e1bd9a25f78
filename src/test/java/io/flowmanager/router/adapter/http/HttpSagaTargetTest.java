// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.RoutedEvent;
import io.flowmanager.router.application.route.SagaTarget.Taken;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.JsonTexts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSagaTargetTest {

  private static final CallKey KEY = new CallKey("k");

  private final Upstreams upstreams = new Upstreams();
  private final WireMockServer server = upstreams.server();
  private final HttpSagaTarget target = new HttpSagaTarget(upstreams.upstream("", "/fm/"));
  private final HttpSagaTarget impatient = new HttpSagaTarget(upstreams.impatient("/fm"));

  @AfterEach
  void close() {
    upstreams.close();
  }

  private CompletionStage<String> start() {
    return start(target);
  }

  private static CompletionStage<String> start(HttpSagaTarget target) {
    return target.start(new NewSagaOrder("e", JsonTexts.object("{\"a\": 1}")), KEY);
  }

  private void answer(ResponseDefinitionBuilder answer) {
    server.stubFor(post("/fm/saga").willReturn(answer));
  }

  private int calls() {
    return server.findAll(postRequestedFor(urlEqualTo("/fm/saga"))).size();
  }

  @Test
  void aSagaIsStartedAsTheContractSays() {
    answer(okJson("{\"sagaId\": \"s-1\"}"));

    assertThat(start().toCompletableFuture().join()).isEqualTo("s-1");

    server.verify(
        postRequestedFor(urlEqualTo("/fm/saga"))
            .withHeader("Idempotency-Key", equalTo("k"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(
                equalToJson("{\"associatedEntityId\": \"e\", \"metadata\": {\"a\": 1}}")));
  }

  @Test
  void anEventIsSentAsTheContractSays() {
    server.stubFor(
        post("/fm/event")
            .willReturn(okJson("{\"outcome\": \"transitioned\", \"currentState\": \"x\"}")));

    Taken taken =
        target
            .send(new RoutedEvent("s", "l", JsonTexts.object("{\"a\": 1}")), KEY)
            .toCompletableFuture()
            .join();

    assertThat(taken).isEqualTo(new Taken(Optional.of("transitioned"), Optional.of("x")));
    server.verify(
        postRequestedFor(urlEqualTo("/fm/event"))
            .withHeader("Idempotency-Key", equalTo("k"))
            .withRequestBody(
                equalToJson(
                    "{\"key\": \"s\", \"value\": {\"messageLabel\": \"l\", \"messagePayload\": {\"a\": 1}}}")));
  }

  @Test
  void anAnswerWithoutABodyIsEnoughForAnEvent() {
    server.stubFor(post("/fm/event").willReturn(aResponse().withStatus(204)));

    var event = new RoutedEvent("s", "l", JsonTexts.object("{}"));

    assertThat(target.send(event, KEY).toCompletableFuture().join())
        .isEqualTo(new Taken(Optional.empty(), Optional.empty()));
  }

  @Test
  void twoFailuresAreTriedAgainUntilItSucceeds() {
    stub(Scenario.STARTED, "second", serverError());
    stub("second", "third", serverError());
    stub("third", "end", okJson("{\"sagaId\": \"s-1\"}"));

    assertThat(start().toCompletableFuture().join()).isEqualTo("s-1");
    assertThat(calls()).isEqualTo(3);
  }

  private void stub(String state, String next, ResponseDefinitionBuilder answer) {
    server.stubFor(
        post("/fm/saga")
            .inScenario("tries")
            .whenScenarioStateIs(state)
            .willSetStateTo(next)
            .willReturn(answer));
  }

  @Test
  void failuresThatDoNotEndAreAnUpstreamError() {
    answer(serverError());

    RoutingException failure = Upstreams.failureOf(start());

    assertThat(failure.kind()).isEqualTo(Kind.UPSTREAM_FAILED);
    assertThat(failure).hasMessage("http://localhost:" + server.port() + "/fm/saga answered 500.");
    assertThat(calls()).isEqualTo(1 + Upstreams.RETRIES);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 409, 410, 415, 422})
  void aRefusalIsNotTriedAgainAndItsReasonIsPassedOn(int status) {
    answer(aResponse().withStatus(status).withBody("{\"detail\": \"No, thanks.\"}"));

    RoutingException failure = Upstreams.failureOf(start());

    assertThat(failure.kind()).isEqualTo(Kind.UPSTREAM_REFUSED);
    assertThat(failure).hasMessageEndingWith("answered " + status + ": No, thanks.");
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void aServerThatIsOnlyStartingMayTakeItLater() {
    answer(aResponse().withStatus(404).withBody("<html>Not found</html>"));

    assertThat(Upstreams.failureOf(start()).kind()).isEqualTo(Kind.UPSTREAM_FAILED);
    assertThat(calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aBrokenConnectionIsTriedAgainAndThenNoAnswer(Fault fault) {
    answer(aResponse().withFault(fault));

    RoutingException failure = Upstreams.failureOf(start());

    assertThat(failure.kind()).isEqualTo(Kind.NO_ANSWER);
    assertThat(failure).hasMessageContaining("could not be reached");
    assertThat(calls()).isGreaterThanOrEqualTo(1 + Upstreams.RETRIES);
  }

  @Test
  void aSlowAnswerIsNoAnswer() {
    answer(okJson("{\"sagaId\": \"s-1\"}").withFixedDelay(5000));

    assertThat(Upstreams.failureOf(start(impatient)))
        .hasMessageContaining("did not answer within PT0.3S")
        .extracting(RoutingException::kind)
        .isEqualTo(Kind.NO_ANSWER);
  }

  @Test
  void anAnswerThatTricklesIsCutOff() {
    answer(okJson("{\"sagaId\": \"" + "s".repeat(100) + "\"}").withChunkedDribbleDelay(50, 5000));

    assertThat(Upstreams.failureOf(start(impatient)).kind()).isEqualTo(Kind.NO_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "[]", "{}", "{\"sagaId\": 7}", "{\"sagaId\": \"\"}"})
  void anAnswerWithoutAnIdIsAnUpstreamError(String body) {
    answer(okJson(body));

    assertThat(Upstreams.failureOf(start()))
        .hasMessageContaining("without a sagaId")
        .extracting(RoutingException::kind)
        .isEqualTo(Kind.UPSTREAM_FAILED);
  }

  @Test
  void secretsOfTheAddressGoAlongAndAreNeverTold() {
    var secret = new HttpSagaTarget(upstreams.upstream("me:s3cret@", "/fm?token=t0ken"));
    server.stubFor(post("/fm/saga?token=t0ken").willReturn(serverError()));

    RoutingException failure = Upstreams.failureOf(start(secret));

    assertThat(failure).hasMessageContaining("/fm/saga answered 500");
    assertThat(failure.getMessage()).doesNotContain("s3cret", "t0ken");
    server.verify(
        1 + Upstreams.RETRIES,
        postRequestedFor(urlEqualTo("/fm/saga?token=t0ken"))
            .withHeader("Authorization", equalTo("Basic bWU6czNjcmV0")));
  }

  @Test
  void aServiceThatFailsTooOftenIsNotCalledForAWhile() {
    var fragile = new HttpSagaTarget(upstreams.fragile("/fm", 3));
    answer(serverError());
    Upstreams.failureOf(start(fragile));

    assertThat(Upstreams.failureOf(start(fragile)))
        .hasMessageContaining("is not called for a while")
        .extracting(RoutingException::kind)
        .isEqualTo(Kind.NO_ANSWER);
    assertThat(calls()).isEqualTo(3);

    answer(okJson("{\"sagaId\": \"s-1\"}"));
    Await.until(
        "the breaker to close",
        Duration.ofSeconds(20),
        () -> start(fragile).handle((id, failure) -> id).toCompletableFuture().join() != null);
  }
}
