// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.remote.DocumentService;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrudDocumentServiceTest extends DocumentServiceContract {

  @Override
  DocumentService service(int port, Map<String, ConfigValue> headers, ServiceAccess access) {
    return service("v2/sagas", port, headers, access);
  }

  private static DocumentService service(
      String collection, int port, Map<String, ConfigValue> headers, ServiceAccess access) {
    var definition =
        new PersistenceDefinition.Crud(
            collection, "http", "localhost", OptionalInt.of(port), headers);
    return new CrudDocumentService(definition, access);
  }

  private DocumentService of(String collection) {
    return service(collection, server().port(), Map.of(), server().access(value -> ""));
  }

  @Override
  String found(String document) {
    return "[" + document + "]";
  }

  @Override
  List<String> places(int port) {
    String address = "http://localhost:" + port + "/v2/sagas/";
    return List.of("GET " + address, "POST " + address + "upsert-one");
  }

  @Test
  void emptyArrayIsAnUnknownSaga() {
    server().answers("200 OK", "[]");

    assertThat(service().read(SAGA)).isEmpty();
  }

  @Test
  void aNotFoundIsAFaultOfTheCollection() {
    server().answers("404 Not Found", "{\"message\": \"Route not found\"}");

    assertFails(() -> service().read(SAGA), places(server().port()).get(0), "answered 404.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"sagaId\": \"saga-1\"}", "[{}, {}]", "null", "\"text\""})
  void anythingButAnArrayOfAtMostOneIsAFault(String body) {
    server().answers("200 OK", body);

    assertFails(
        () -> service().read(SAGA),
        places(server().port()).get(0),
        "answered 200 with JSON that is not an array of at most one document.");
  }

  @Test
  void nineMembersAreSetAndNothingElse() {
    server().answers("200 OK", "{}");
    JsonObject document =
        JsonTexts.object(
            "{\"_id\": 1, \"__STATE__\": \"PUBLIC\", \"creatorId\": \"a\", \"createdAt\": \"b\","
                + " \"updaterId\": \"c\", \"updatedAt\": \"d\", \"note\": true,"
                + " \"sagaid\": \"saga-1\", \"sagaId\": \"saga-1\", \"associatedEntityId\": \"e\","
                + " \"currentState\": \"paid\", \"isFinal\": false, \"businessStateId\": 1,"
                + " \"businessStateDescription\": \"Paid\", \"latestEvent\": \"pay\","
                + " \"metadata\": {\"x\": 1}, \"history\": {\"states\": [], \"events\": []}}");

    service().write(SAGA, document);

    assertThat(server().last().line())
        .isEqualTo("POST /v2/sagas/upsert-one?sagaId=saga-1 HTTP/1.1");
    assertThat(lastBody().keySet()).containsExactly("$set");
    JsonObject set = lastBody().getJsonObject("$set");
    assertThat(set.keySet())
        .containsExactlyInAnyOrder(
            "sagaId",
            "associatedEntityId",
            "currentState",
            "isFinal",
            "businessStateId",
            "businessStateDescription",
            "latestEvent",
            "metadata",
            "history");
    assertThat(set).allSatisfy((name, value) -> assertThat(value).isEqualTo(document.get(name)));
    assertThat(service().namesSagas()).isTrue();
  }

  @Test
  void stateWithoutADescriptionDoesNotKeepThatOfTheStateBefore() {
    server().answers("200 OK", "{}");

    service().write(SAGA, DOCUMENT);

    assertThat(lastBody().getJsonObject("$set").getString("businessStateDescription")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sagas, /sagas/",
    "/sagas/, /sagas/",
    "v2/my/sagas, /v2/my/sagas/",
    "my sagas, /my%20sagas/",
    "my%20sagas%, /my%20sagas%25/",
    "a?b#c, /a%3Fb%23c/"
  })
  void collectionIsAPathThatMayHaveSlashes(String collection, String path) {
    server().answers("200 OK", "[]").answers("200 OK", "");

    of(collection).read(SAGA);
    assertThat(server().last().line()).isEqualTo("GET " + path + "?sagaId=saga-1 HTTP/1.1");
    of(collection).write(SAGA, DOCUMENT);
    assertThat(server().last().line())
        .isEqualTo("POST " + path + "upsert-one?sagaId=saga-1 HTTP/1.1");
  }

  @ParameterizedTest
  @CsvSource({"a/b, a%2Fb", "a+b&sagaId=c, a%2Bb%26sagaId%3Dc", "100%, 100%25", ".., ..", "#, %23"})
  void queryIsTheEncodedIdAlone(String id, String encoded) {
    server().answers("200 OK", "[]");

    of("sagas").read(new SagaId(id));

    assertThat(server().last().line()).isEqualTo("GET /sagas/?sagaId=" + encoded + " HTTP/1.1");
  }
}
