// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import io.flowmanager.testing.JsonTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestChannelTest {

  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Command COMMAND =
      new Command(
          new CommandId(new SagaId("saga-1"), 3, 0),
          "paid",
          "payments",
          "pay",
          JsonTexts.object("{\"total\": 10, \"name\": \"é\uD83D\uDE80\"}"));

  private final HttpCalls http = new HttpCalls(Runnable::run);
  private FakeParticipant participant;
  private Function<ConfigValue, String> secrets = value -> ((ConfigValue.Plain) value).text();

  @BeforeEach
  void startParticipant() throws IOException {
    participant = new FakeParticipant();
  }

  @AfterEach
  void stopParticipant() {
    http.close();
    participant.close();
  }

  @Test
  void commandTravelsInTheEnvelopeOfTheContract() throws Exception {
    assertThat(failure(channel("/200/commands?a=b", LONG))).isNull();

    var request = participant.next();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.path()).isEqualTo("/200/commands?a=b");
    assertThat(request.body())
        .isEqualTo(
            "{\"key\":\"saga-1\",\"value\":{\"messageLabel\":\"pay\","
                + "\"messagePayload\":{\"total\":10,\"name\":\"é\uD83D\uDE80\"}}}");
    assertThat(request.headers())
        .containsEntry("Content-type", List.of("application/json"))
        .containsEntry("X-command-id", List.of("saga-1.3"));
  }

  @Test
  void headersOfTheFlowFileAreSentAndNeverReplaceTheCommandsId() throws Exception {
    Map<String, ConfigValue> headers =
        Map.of(
            "X-Api-Key", new ConfigValue.Plain("key"),
            "Content-Type", new ConfigValue.Plain("application/vnd.order+json"),
            "X-Command-Id", new ConfigValue.Plain("other"));

    assertThat(failure(channel("/204", LONG, headers))).isNull();

    assertThat(participant.next().headers())
        .containsEntry("X-api-key", List.of("key"))
        .containsEntry("Content-type", List.of("application/vnd.order+json"))
        .containsEntry("X-command-id", List.of("saga-1.3"));
  }

  @Test
  void secretOfAHeaderIsAskedForEachRequest() throws Exception {
    var headers = Map.<String, ConfigValue>of("X-Api-Key", new ConfigValue.SecretFile("/run/key"));
    CommandChannel channel = channel("/204", LONG, headers);

    for (String secret : List.of("first", "second")) {
      secrets = value -> secret;
      assertThat(failure(channel)).isNull();
      assertThat(participant.next().headers()).containsEntry("X-api-key", List.of(secret));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "201", "202", "204", "299"})
  void anyAnswerOfTheTwoHundredsIsSuccess(String status) {
    assertThat(failure(channel("/" + status, LONG))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"302", "400", "404", "409", "500", "503"})
  void anyOtherAnswerIsAFailureThatNamesIt(String status) {
    assertThat(failure(channel("/" + status, LONG)))
        .isEqualTo("PUT " + address("/" + status) + " answered " + status);
  }

  @Test
  void participantThatDoesNotAnswerInTimeIsNamed() {
    assertThat(failure(channel("/slow", SHORT)))
        .isEqualTo("PUT " + address("/slow") + " did not answer within PT0.2S");
  }

  @Test
  void endOfASuccessfulAnswerIsNotWaitedFor() {
    assertThat(failure(channel("/endless", LONG))).isNull();
  }

  @Test
  void participantThatIsNotThereIsNamed() throws IOException {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThat(failure(channel("/", LONG, Map.of(), port)))
        .isEqualTo("PUT http://localhost:" + port + "/ could not connect");
  }

  @Test
  void headerThatHttpDoesNotAllowIsNamedWithoutItsSecret() {
    secrets = value -> "top-secret\nsecond line";
    var headers = Map.<String, ConfigValue>of("X-Api-Key", new ConfigValue.SecretFile("/run/key"));

    assertThat(failure(channel("/200", LONG, headers)))
        .contains("X-Api-Key")
        .doesNotContain("top-secret")
        .doesNotContain("second line");
  }

  @Test
  void secretThatCannotBeReadIsAFailureOfTheSend() {
    secrets =
        value -> {
          throw new UncheckedIOException(
              "The secret file /run/key cannot be read.", new IOException());
        };
    var headers = Map.<String, ConfigValue>of("X-Api-Key", new ConfigValue.SecretFile("/run/key"));

    assertThat(failure(channel("/200", LONG, headers)))
        .isEqualTo("The secret file /run/key cannot be read.");
  }

  private CommandChannel channel(String path, Duration timeout) {
    return channel(path, timeout, Map.of());
  }

  private CommandChannel channel(String path, Duration timeout, Map<String, ConfigValue> headers) {
    return channel(path, timeout, headers, participant.port());
  }

  private CommandChannel channel(
      String path, Duration timeout, Map<String, ConfigValue> headers, int port) {
    var endpoint =
        new HttpEndpoint("http", "localhost", OptionalInt.of(port), "PUT", path, headers);
    return new RestChannel(http, endpoint, timeout, value -> secrets.apply(value));
  }

  private String address(String path) {
    return "http://localhost:" + participant.port() + path;
  }

  /** What the send failed with, or null when it did not. */
  private static String failure(CommandChannel channel) {
    try {
      channel.send(new Outgoing(COMMAND, Optional.empty())).toCompletableFuture().join();
      return null;
    } catch (CompletionException e) {
      return e.getCause().getMessage();
    } catch (UndeliveredCommandException | UncheckedIOException e) {
      return e.getMessage();
    }
  }
}
