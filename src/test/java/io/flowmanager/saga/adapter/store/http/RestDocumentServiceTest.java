// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.remote.DocumentService;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestDocumentServiceTest extends DocumentServiceContract {

  @Override
  DocumentService service(int port, Map<String, ConfigValue> headers, ServiceAccess access) {
    return service(port, "PUT", "/sagas?token=top-secret", headers, access);
  }

  private static DocumentService service(
      int port,
      String method,
      String path,
      Map<String, ConfigValue> headers,
      ServiceAccess access) {
    var endpoint =
        new HttpEndpoint("http", "localhost", OptionalInt.of(port), method, path, headers);
    return new RestDocumentService(endpoint, access);
  }

  private DocumentService at(String path) {
    return service(server().port(), "PUT", path, Map.of(), server().access(value -> ""));
  }

  @Override
  String found(String document) {
    return document;
  }

  @Override
  List<String> places(int port) {
    String address = "http://localhost:" + port + "/sagas/saga-1";
    return List.of("GET " + address, "PUT " + address);
  }

  @Test
  void aNotFoundIsAnUnknownSaga() {
    server().answers("404 Not Found", "<html>Cannot GET</html>");

    assertThat(service().read(SAGA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH"})
  void documentIsSentAsItIsWithTheMethodOfTheFlowFile(String method) {
    server().answers("200 OK", "");
    JsonObject document =
        JsonTexts.object("{\"_id\": 1, \"currentState\": \"paid\", \"__STATE__\": \"PUBLIC\"}");

    service(server().port(), method, "/a/b", Map.of(), server().access(value -> ""))
        .write(SAGA, document);

    assertThat(server().last().line()).isEqualTo(method + " /a/b/saga-1 HTTP/1.1");
    assertThat(lastBody()).isEqualTo(document);
    assertThat(service().namesSagas()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/, /saga-1",
    "/sagas, /sagas/saga-1",
    "/sagas/, /sagas/saga-1",
    "/sagas//, /sagas/saga-1",
    "/a%20b/c, /a%20b/c/saga-1",
    "/sagas?version=2&x=/, /sagas/saga-1?version=2&x=/"
  })
  void idIsTheLastSegmentOfThePath(String path, String target) {
    server().answers("200 OK", "{}").answers("200 OK", "{}");

    at(path).read(SAGA);
    assertThat(server().last().line()).isEqualTo("GET " + target + " HTTP/1.1");
    at(path).write(SAGA, DOCUMENT);
    assertThat(server().last().line()).isEqualTo("PUT " + target + " HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "a/b, a%2Fb",
        "../a, ..%2Fa",
        "., %2E",
        ".., %2E%2E",
        "..., ...",
        "a;b+c%20d, a%3Bb%2Bc%2520d",
        "%2F, %252F",
        "aZ09-._~, aZ09-._~",
        "?x=1#y, %3Fx%3D1%23y",
        "[a]:@!$&'()*|\\, %5Ba%5D%3A%40%21%24%26%27%28%29%2A%7C%5C"
      })
  void idIsOneEncodedSegment(String id, String segment) {
    server().answers("200 OK", "{}");

    at("/sagas").read(new SagaId(id));

    assertThat(server().last().line()).isEqualTo("GET /sagas/" + segment + " HTTP/1.1");
  }
}
