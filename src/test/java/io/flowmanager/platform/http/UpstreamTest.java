// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceDefinitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpstreamTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(20), 2, Duration.ZERO, 3, Duration.ofHours(1));

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("localhost"));
  private final HttpCalls http = new HttpCalls(Runnable::run);

  /** As a server does that is shutting down, or whose own setting is wrong. */
  private static final class Refusing extends UpstreamRetries {

    private final RuntimeException refusal;
    private boolean wasAsked;

    Refusing(RuntimeException refusal) {
      this.refusal = refusal;
    }

    @Override
    public CompletionStage<Reply> run(Attempts attempts) {
      wasAsked = true;
      throw refusal;
    }
  }

  @BeforeEach
  void start() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(ok()));
    server.stubFor(any(urlPathEqualTo("/broken/")).willReturn(serverError()));
  }

  @AfterEach
  void close() {
    http.close();
    server.stop();
  }

  private Upstream upstream(String path, UpstreamRetries retries) {
    URI base = URI.create("http://localhost:" + server.port() + path);
    return new Upstream(base, http, POLICY, Runnable::run, retries);
  }

  private static int status(Upstream upstream) {
    return upstream.get("/", "id", "1").toCompletableFuture().join().status();
  }

  private int calls(String path) {
    return server.findAll(anyRequestedFor(urlPathEqualTo(path))).size();
  }

  @Test
  void callThatSucceedsAtOnceNeedsNoneOfTheServersThreads() {
    var retries = new Refusing(new RejectedExecutionException("on purpose"));

    assertThat(status(upstream("/sound", retries))).isEqualTo(200);
    assertThat(retries.wasAsked).isFalse();
  }

  @Test
  void failureThatTheServerDoesNotTryAgainIsTheAnswer() {
    Stream.of(
            new RejectedExecutionException("on purpose"),
            new FaultToleranceDefinitionException("on purpose"))
        .forEach(
            refusal ->
                assertThat(status(upstream("/broken", new Refusing(refusal)))).isEqualTo(500));
    assertThat(calls("/broken/")).isEqualTo(2);
  }

  @Test
  void failuresAreTriedAgainAsOftenAsTheSettingSays() {
    assertThat(status(upstream("/broken", new RetriesWithoutServer(2)))).isEqualTo(500);
    assertThat(calls("/broken/")).isEqualTo(3);
  }

  @Test
  void brokenServiceDoesNotShutTheOthersOff() {
    var retries = new RetriesWithoutServer(2);
    var broken = upstream("/broken", retries);
    var sound = upstream("/sound", retries);
    assertThat(status(broken)).isEqualTo(500);

    assertThatThrownBy(() -> status(broken))
        .hasCauseInstanceOf(NoAnswerException.class)
        .hasMessageContaining("/broken has failed too often");
    assertThat(status(sound)).isEqualTo(200);
    assertThat(calls("/broken/")).isEqualTo(3);
  }

  @Test
  void openBreakerEndsACallBetweenItsAttempts() {
    assertThatThrownBy(() -> status(upstream("/broken", new RetriesWithoutServer(5))))
        .hasCauseInstanceOf(NoAnswerException.class)
        .hasMessageContaining("/broken has failed too often");
    assertThat(calls("/broken/")).isEqualTo(3);
  }
}
