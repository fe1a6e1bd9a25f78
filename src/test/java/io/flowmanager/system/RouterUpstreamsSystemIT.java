// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.RouterFolder;
import io.flowmanager.testing.server.RouterFolder.Place;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A router whose upstreams are slow, drop connections, fail, refuse, or talk nonsense. */
class RouterUpstreamsSystemIT {

  private static final int RETRIES = 2;
  private static final String METADATA = "{\"type\": \"identification\"}";
  private static final String NEWS =
      "{\"key\": \"s\", \"value\": {\"messageLabel\": \"news\","
          + " \"messagePayload\": {\"mainSagaId\": \"m\", \"forMain\": {\"a\": 1}}}}";

  private static final Pattern RECORDED =
      Pattern.compile("is recorded under the key (router-[0-9a-f-]+)");

  private static WireMockServer upstreams;
  private static PackagedServer router;

  /** How an upstream behaves, and what the router makes of it. */
  private enum Conduct {
    FAILS(502, 1 + RETRIES, () -> serverError()),
    REFUSES(502, 1, () -> aResponse().withStatus(404).withBody("{\"detail\": \"no\"}")),
    TALKS_NONSENSE(502, 1, () -> okJson("{nonsense")),
    DROPS(504, 1 + RETRIES, () -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
    SLEEPS(504, 1 + RETRIES, () -> okJson("{}").withFixedDelay(4000));

    private final int status;
    private final int attempts;
    private final Supplier<ResponseDefinitionBuilder> answer;

    Conduct(int status, int attempts, Supplier<ResponseDefinitionBuilder> answer) {
      this.status = status;
      this.attempts = attempts;
      this.answer = answer;
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) {
    upstreams = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    upstreams.start();
    router =
        PackagedServer.in(folder)
            .with(
                new RouterFolder(folder.resolve("rules"))
                    .settings(place("main"), place("sub"), place("other")))
            .with("EXTERNAL_SERVICE_URL", address("external"))
            .with("MAX_RETRIES", "" + RETRIES)
            .with("RETRIES_DELAY_MS", "10")
            .with("FLOW_MANAGER_ROUTER_TIMEOUT", "PT1S")
            .with("FLOW_MANAGER_ROUTER_BREAKER_FAILURES", "1000000")
            .with("FLOW_MANAGER_ROUTER_FIRST_RETRY", "PT1H")
            .with("FLOW_MANAGER_ROUTER_MAX_RETRY", "PT1H")
            .start();
    everyoneHasAnsweredOnce();
  }

  /** What is loaded at the first call may take longer than the router's patience. */
  private static void everyoneHasAnsweredOnce() {
    everybodyBehaves();
    startSaga();
    sendEvent();
    router.http().post("notify", NEWS);
  }

  private static Place place(String flow) {
    return new Place(address(flow), address("crud/" + flow));
  }

  private static String address(String path) {
    return "http://me:s3cret@localhost:" + upstreams.port() + "/" + path + "?token=t0ken";
  }

  @AfterAll
  static void close() {
    assertThat(router.log()).doesNotContain("s3cret", "t0ken");
    router.close();
    upstreams.stop();
  }

  @BeforeEach
  void resetUpstreams() {
    everybodyBehaves();
  }

  private static void everybodyBehaves() {
    upstreams.resetAll();
    answerPost("/main/saga", okJson("{\"sagaId\": \"m\"}"));
    answerPost("/sub/saga", okJson("{\"sagaId\": \"s\"}"));
    answerPost("/main/event", okJson("{}"));
    answerPost("/sub/event", okJson("{}"));
    answerPost("/external", aResponse().withStatus(204));
    answerGet(
        "/crud/main/",
        okJson(
            "[{\"sagaId\": \"m\", \"metadata\": {\"type\": \"identification\", \"subSagaId\": \"s\"}}]"));
    answerGet("/crud/sub/", okJson("{\"sagaid\": \"s\", \"metadata\": {}}"));
  }

  private static void answerPost(String path, ResponseDefinitionBuilder answer) {
    upstreams.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
  }

  private static void answerGet(String path, ResponseDefinitionBuilder answer) {
    upstreams.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
  }

  private static int posts(String path) {
    return upstreams.findAll(postRequestedFor(urlPathEqualTo(path))).size();
  }

  private static HttpAnswer startSaga() {
    return FlowClient.ofRoot(router.http()).tryStart("entity", METADATA);
  }

  private static HttpAnswer sendEvent() {
    return FlowClient.ofRoot(router.http()).send("m", "happened", "{\"a\": 1}");
  }

  private static void namesTheUpstreamOnly(HttpAnswer answer, int status, String path) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getString("detail"))
        .contains("http://localhost:" + upstreams.port() + path)
        .doesNotContain("s3cret", "t0ken");
  }

  @Test
  void whoeverBehavesIsRouted() {
    assertThat(startSaga().status()).isEqualTo(200);
    assertThat(sendEvent().status()).isEqualTo(200);
    assertThat(router.http().post("notify", NEWS).status()).isEqualTo(200);
    assertThat(posts("/external")).isEqualTo(1);
  }

  @Test
  void whatFailsTwiceIsTriedAgain() {
    fail("/main/saga", Scenario.STARTED, "once");
    fail("/main/saga", "once", "twice");

    assertThat(startSaga().status()).isEqualTo(200);
    assertThat(posts("/main/saga")).isEqualTo(3);
    assertThat(
            upstreams.findAll(postRequestedFor(urlPathEqualTo("/main/saga"))).stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .distinct())
        .hasSize(1);
  }

  private static void fail(String path, String state, String next) {
    upstreams.stubFor(
        post(urlPathEqualTo(path))
            .inScenario("tries")
            .whenScenarioStateIs(state)
            .willSetStateTo(next)
            .willReturn(serverError()));
  }

  @ParameterizedTest
  @EnumSource(Conduct.class)
  void aMainFlowThatMisbehavesIsNamed(Conduct conduct) {
    answerPost("/main/saga", conduct.answer.get());

    namesTheUpstreamOnly(startSaga(), conduct.status, "/main");
    assertThat(posts("/main/saga")).isGreaterThanOrEqualTo(conduct.attempts);
    assertThat(posts("/sub/saga")).isZero();
  }

  @ParameterizedTest
  @EnumSource(Conduct.class)
  void aSubFlowThatMisbehavesIsNamedAndTheCallIsReported(Conduct conduct) {
    answerPost("/sub/saga", conduct.answer.get());

    HttpAnswer answer = startSaga();

    namesTheUpstreamOnly(answer, conduct.status, "/sub");
    Matcher key = RECORDED.matcher(answer.json().getString("detail"));
    assertThat(key.find()).as("%s", answer).isTrue();
    assertThat(statusOfCall(key.group(1)))
        .isEqualTo(conduct == Conduct.REFUSES ? "failed" : "open");
    assertThat(router.http().get("router/calls").body()).doesNotContain("s3cret", "t0ken");
  }

  @Test
  void failureIsTriedAgainAsOftenAsMaxRetriesSaysAndARefusalNever() {
    answerPost("/main/saga", serverError());
    startSaga();
    assertThat(posts("/main/saga")).isEqualTo(1 + RETRIES);

    upstreams.resetRequests();
    answerPost("/main/saga", aResponse().withStatus(409));
    startSaga();
    assertThat(posts("/main/saga")).isEqualTo(1);
  }

  private static String statusOfCall(String key) {
    return router.http().get("router/calls").json().getJsonArray("calls").stream()
        .map(JsonValue::asJsonObject)
        .filter(call -> call.getString("key").equals(key))
        .findFirst()
        .orElseThrow()
        .getString("status");
  }

  @ParameterizedTest
  @EnumSource(Conduct.class)
  void aCollectionThatMisbehavesIsNamed(Conduct conduct) {
    answerGet("/crud/main/", conduct.answer.get());

    namesTheUpstreamOnly(sendEvent(), conduct.status, "/crud/main");
    assertThat(posts("/sub/event")).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Conduct.class,
      names = {"FAILS", "REFUSES", "DROPS", "SLEEPS"})
  void aServiceThatMisbehavesIsNamedAndTheSubFlowIsNotTold(Conduct conduct) {
    answerPost("/external", conduct.answer.get());

    namesTheUpstreamOnly(router.http().post("notify", NEWS), conduct.status, "/external");
    assertThat(posts("/main/event")).isEqualTo(1);
    assertThat(posts("/sub/event")).isZero();
  }
}
