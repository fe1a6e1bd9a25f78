// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallsTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final int PLENTY = 1000;

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("localhost"));
  private final HttpCalls calls = new HttpCalls(Runnable::run);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    calls.close();
    server.stop();
  }

  @Test
  void requestAndAnswerTravelWhole() {
    answer(aResponse().withStatus(201).withBody("né"));

    Reply reply = whole(call("POST", "/a/b?c=d%20e", "{\"total\": 10}"));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("né");
    server.verify(
        postRequestedFor(urlEqualTo("/a/b?c=d%20e"))
            .withHeader("X-Test", equalTo("yes"))
            .withHeader("Content-Length", equalTo("13"))
            .withRequestBody(equalTo("{\"total\": 10}")));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 404, 503})
  void anyStatusIsAnAnswer(int status) {
    answer(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));

    assertThat(whole(call("GET", "/", "")).status()).isEqualTo(status);
    assertThat(server.getAllServeEvents()).hasSize(1);
  }

  @Test
  void bodyThatIsTooLongCountsAsEmptyAndSoDoesOneThatNobodyWants() {
    answer(aResponse().withBody("x".repeat(PLENTY + 1)));

    assertThat(whole(call("GET", "/", "")).body()).isEmpty();
    assertThat(join(calls.status(call("GET", "/", ""), LONG))).isEqualTo(200);
  }

  @Test
  void connectionServesAgainWhenItsAnswerIsRead() throws Exception {
    try (var counting = new CountingServer()) {
      URI uri = URI.create("http://localhost:" + counting.port() + "/");

      IntStream.range(0, 20)
          .forEach(i -> assertThat(whole(call("POST", uri, "{}")).status()).isEqualTo(200));

      assertThat(counting.connections())
          .as("an answer is told a moment before its connection is free")
          .isLessThanOrEqualTo(2);
    }
  }

  @Test
  void slowAnswerIsNotWaitedFor() {
    answer(aResponse().withFixedDelay(3_000));

    assertThat(failure(calls.status(call("GET", "/", ""), SHORT)))
        .isInstanceOf(TimeoutException.class);
    assertThat(failure(calls.reply(call("GET", "/", ""), PLENTY, SHORT)))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void callThatCouldNotBeginInItsTimeIsNotMade() {
    answer(aResponse().withStatus(200));
    Deque<Runnable> threads = new ArrayDeque<>();
    try (var waiting = new HttpCalls(threads::add)) {
      CompletionStage<Integer> late = waiting.status(call("GET", "/late", ""), SHORT);
      assertThat(failure(late)).isInstanceOf(TimeoutException.class);
      CompletionStage<Integer> next = waiting.status(call("GET", "/next", ""), LONG);

      threads.remove().run();

      assertThat(join(next)).isEqualTo(200);
    }
    server.verify(0, getRequestedFor(urlEqualTo("/late")));
  }

  @Test
  void answerThatDripsIsNotWaitedForToItsEnd() {
    answer(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(100, 3_000));

    assertThat(join(calls.status(call("GET", "/", ""), LONG))).isEqualTo(200);
    assertThat(failure(calls.reply(call("GET", "/", ""), PLENTY, Duration.ofSeconds(1))))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void serverThatHangsUpIsAFailureAndIsNotAskedAgain() {
    answer(aResponse().withFault(Fault.EMPTY_RESPONSE));

    assertThat(failure(calls.reply(call("GET", "/", ""), PLENTY, LONG))).isNotNull();
    assertThat(server.getAllServeEvents()).hasSize(1);
  }

  @Test
  void clientWhoseThreadHasDiedIsReplaced() throws Exception {
    answer(aResponse().withStatus(200));
    var request = new BasicRequestProducer(new BasicHttpRequest("GET", uri("/")), null);
    Future<Void> fatal = calls.client().execute(request, new FatalAnswer(), null);
    assertThatThrownBy(() -> fatal.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);

    Supplier<Throwable> again = () -> failure(calls.status(call("GET", "/", ""), LONG));

    assertThat(Stream.generate(again).limit(3).toList()).last().isNull();
  }

  @Test
  void placeWhereNobodyListensIsAFailureToConnect() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    HttpCall call = call("GET", URI.create("http://localhost:" + port + "/"), "");
    assertThat(failure(calls.status(call, LONG))).isInstanceOf(ConnectException.class);
  }

  @Test
  void unknownHostIsTold() {
    HttpCall call = call("GET", URI.create("http://nobody.invalid/"), "");

    assertThat(failure(calls.status(call, LONG))).isInstanceOf(UnknownHostException.class);
  }

  @Test
  void closingBreaksOffWhatIsOnItsWayAndLetsNothingMoreBegin() {
    answer(aResponse().withFixedDelay(3_000));
    CompletionStage<Integer> pending = calls.status(call("GET", "/", ""), LONG);

    calls.close();

    assertThat(failure(pending)).isNotNull();
    assertThat(failure(calls.status(call("GET", "/", ""), LONG)))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "a\u0085b",
        "\u0000",
        "smile \uD83D\uDE80",
        "a\u007f",
        "Host: x\r\n\r\nGET"
      })
  void valueThatHttpDoesNotAllowIsRefusedAndNotTold(String value) {
    assertThatThrownBy(() -> new HttpCall("GET", uri("/"), Map.of("X-Key", value), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("HTTP does not allow the header X-Key or its value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "x:", "Host", "content-length", "Transfer-Encoding"})
  void nameThatHttpDoesNotAllowOrThatIsOursIsRefused(String name) {
    assertThatThrownBy(() -> new HttpCall("GET", uri("/"), Map.of(name, "x"), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void answer(ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  private Reply whole(HttpCall call) {
    return join(calls.reply(call, PLENTY, LONG));
  }

  private HttpCall call(String method, String path, String body) {
    return call(method, uri(path), body);
  }

  private static HttpCall call(String method, URI uri, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new HttpCall(method, uri, Map.of("X-Test", "yes"), bytes);
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** The failure itself; null when there was none. */
  private static Throwable failure(CompletionStage<?> stage) {
    return join(
        stage.handle(
            (result, failure) ->
                failure != null && failure.getCause() != null ? failure.getCause() : failure));
  }
}
