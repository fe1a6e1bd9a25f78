// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.remote.DocumentService;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What services of both kinds have in common. */
abstract class DocumentServiceContract {

  static final SagaId SAGA = new SagaId("saga-1");
  static final JsonObject DOCUMENT =
      JsonTexts.object("{\"currentState\": \"créé\", \"metadata\": {}}");
  private static final Map<String, ConfigValue> SECRET =
      Map.of("X-Api-Key", new ConfigValue.SecretFile("/run/key"));

  private DocumentServer server;
  private Function<ConfigValue, String> secrets = value -> ((ConfigValue.Plain) value).text();

  @BeforeEach
  void startServer() throws IOException {
    server = new DocumentServer();
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  abstract DocumentService service(
      int port, Map<String, ConfigValue> headers, ServiceAccess access);

  /** What a read answers that finds the document. */
  abstract String found(String document);

  /** Method and address of a read and of a write, without a query. */
  abstract List<String> places(int port);

  final DocumentServer server() {
    return server;
  }

  final DocumentService service() {
    return service(Map.of());
  }

  private DocumentService service(Map<String, ConfigValue> headers) {
    return service(server.port(), headers, server.access(value -> secrets.apply(value)));
  }

  private DocumentService impatient(int failuresToOpen) {
    Duration moment = Duration.ofMillis(300);
    return service(server.port(), Map.of(), server.access(moment, failuresToOpen, secrets));
  }

  final void assertFails(Runnable call, String place, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(place + " " + message);
  }

  private void assertReadFails(String message) {
    assertFails(() -> service().read(SAGA), places(server.port()).get(0), message);
  }

  private void assertWriteFails(String message) {
    assertFails(() -> service().write(SAGA, DOCUMENT), places(server.port()).get(1), message);
  }

  @Test
  void documentIsReadWithAllItsMembers() {
    server.answers("200 OK", found("{\"currentState\": \"é\", \"_id\": 1, \"more\": [null]}"));

    assertThat(service().read(SAGA))
        .contains(JsonTexts.object("{\"currentState\": \"é\", \"_id\": 1, \"more\": [null]}"));

    assertThat(server.last().header("Accept")).containsExactly("application/json");
    assertThat(server.last().header("Content-Type")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"sagaId\": \"saga-1\"}", "{\"sagaid\": \"saga-1\"}", "{}"})
  void documentMayNameItsSagaInTwoSpellingsOrNotAtAll(String document) {
    server.answers("200 OK", found(document));

    assertThat(service().read(SAGA)).contains(JsonTexts.object(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sagaId\": \"saga-2\"}",
        "{\"sagaid\": \"saga-2\"}",
        "{\"sagaId\": \"saga-1\", \"sagaid\": \"SAGA-1\"}",
        "{\"sagaId\": 1}",
        "{\"sagaId\": {}}"
      })
  void documentOfAnotherSagaIsAFault(String document) {
    server.answers("200 OK", found(document));

    assertReadFails("answered 200 with the document of another saga.");
  }

  @Test
  void numberThatIsTheIdIsTheId() {
    server.answers("200 OK", found("{\"sagaId\": 17}"));

    assertThat(service().read(new SagaId("17"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>Sign in</html>", "", "{\"currentState\": ", "[{]", "{} {}", "\uFFFD"})
  void answerThatIsNoJsonIsAFaultEvenWith200(String body) {
    server.answers("200 OK", body);

    assertReadFails("answered 200 with a body that is no JSON.");
  }

  @Test
  void documentThatIsNoObjectIsAFault() {
    for (String value : List.of("null", "\"text\"", "17", "true")) {
      server.answers("200 OK", found(value));

      assertReadFails("answered 200 with JSON that is no object.");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 304, 307, 400, 401, 403, 409, 410, 429})
  void readThatIsRefusedIsAFaultAndNotTriedAgain(int status) {
    server.answers(status + " On Purpose", "");

    assertReadFails("answered " + status + ".");

    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void anyTwoHundredIsASuccessfulWriteWhateverTheBody(int status) {
    server.answers(status + " On Purpose", status == 204 ? "" : "<html>");

    service().write(SAGA, DOCUMENT);

    assertThat(server.last().header("Content-Type")).containsExactly("application/json");
    assertThat(server.last().body()).contains("créé");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 400, 401, 404, 409, 422})
  void writeThatIsRefusedIsAFaultAndNotTriedAgain(int status) {
    server.answers(status + " On Purpose", "{\"detail\": \"top-secret\"}");

    assertWriteFails("answered " + status + ".");

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void failuresOfTheServiceAreTriedAgain() {
    server.answers("503 Busy", "").answers("200 OK", found("{}"));
    server.answers("500 Broken", "").answers("200 OK", "");

    assertThat(service().read(SAGA)).isPresent();
    service().write(SAGA, DOCUMENT);

    assertThat(server.requests()).hasSize(4);
    assertThat(server.last().body()).isEqualTo(server.requests().get(2).body());
  }

  @Test
  void failuresOfTheServiceAreTriedAgainOnlySoOften() {
    server.answers("500 Broken", "").answers("502 Broken", "");
    assertReadFails("answered 502.");

    server.answers("500 Broken", "").answers("503 Busy", "");
    assertWriteFails("answered 503.");
  }

  @ParameterizedTest
  @CsvSource({
    "'Content-Length: 1000\r\n\r\n[{'",
    "'Transfer-Encoding: chunked\r\n\r\n2\r\n[{\r\n'"
  })
  void answerThatBreaksOffIsAFault(String rest) {
    server.answersRaw("HTTP/1.1 200 OK\r\n" + rest).answersRaw("HTTP/1.1 200 OK\r\n" + rest);

    assertThatThrownBy(() -> service().read(SAGA))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith(places(server.port()).get(0) + " has no answer: http://localhost:")
        .hasMessageContaining(" could not be reached: ");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void writeWhoseAnswerBreaksOffIsAFault() {
    String half = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{";
    server.answersRaw(half).answersRaw(half);

    assertThatThrownBy(() -> service().write(SAGA, DOCUMENT))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith(places(server.port()).get(1) + " has no answer: ");
  }

  @Test
  void serviceThatIsSlowIsNotWaitedFor() {
    assertFails(
        () -> impatient(100).read(SAGA),
        places(server.port()).get(0),
        "has no answer: http://localhost:" + server.port() + " did not answer within PT0.3S.");
    assertThat(server.requests()).hasSize(1 + DocumentServer.RETRIES);
  }

  @Test
  void serviceThatHasFailedTooOftenIsNotCalledForAWhile() {
    DocumentService service = impatient(2);
    assertThatThrownBy(() -> service.write(SAGA, DOCUMENT))
        .isInstanceOf(StoreUnavailableException.class);

    assertFails(
        () -> service.write(SAGA, DOCUMENT),
        places(server.port()).get(1),
        "has no answer: http://localhost:"
            + server.port()
            + " has failed too often and is not called for a while.");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void serviceThatIsNotThereIsNamed() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThatThrownBy(() -> service(port, Map.of(), server.access(secrets)).read(SAGA))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith(places(port).get(0) + " has no answer: ");
  }

  @Test
  void headersOfTheFlowFileAreSentAndMayReplaceOurs() {
    server.answers("200 OK", "");
    Map<String, ConfigValue> headers =
        Map.of(
            "X-Api-Key", new ConfigValue.Plain("key"),
            "content-type", new ConfigValue.Plain("application/vnd.saga+json"));

    service(headers).write(SAGA, DOCUMENT);

    assertThat(server.last().header("X-Api-Key")).containsExactly("key");
    assertThat(server.last().header("Content-Type")).containsExactly("application/vnd.saga+json");
    assertThat(server.last().header("Accept")).containsExactly("application/json");
  }

  @Test
  void secretOfAHeaderIsAskedForEachCall() {
    DocumentService service = service(SECRET);

    for (String secret : List.of("first", "second")) {
      secrets = value -> secret;
      server.answers("200 OK", found("{}"));
      service.read(SAGA);
      assertThat(server.last().header("X-Api-Key")).containsExactly(secret);
    }
  }

  @Test
  void headerThatHttpDoesNotAllowIsNamedWithoutItsSecret() {
    secrets = value -> "top-secret\nsecond line";

    assertFails(
        () -> service(SECRET).read(SAGA),
        places(server.port()).get(0),
        "was not made: HTTP does not allow the header X-Api-Key or its value");
  }

  @Test
  void secretThatCannotBeReadIsAFault() {
    secrets =
        value -> {
          throw new UncheckedIOException("The secret file /run/key is gone.", new IOException());
        };

    assertFails(
        () -> service(SECRET).write(SAGA, DOCUMENT),
        places(server.port()).get(1),
        "was not made: The secret file /run/key is gone.");
    assertThat(server.requests()).isEmpty();
  }

  final JsonObject lastBody() {
    return JsonText.parse(server.last().body()).asJsonObject();
  }
}
