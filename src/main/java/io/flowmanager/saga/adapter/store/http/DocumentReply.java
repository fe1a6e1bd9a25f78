// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import io.flowmanager.platform.http.Reply;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What a service answered, judged.
 *
 * @param place what was called
 */
record DocumentReply(String place, Reply reply) {

  private static final List<String> ID_KEYS = List.of("sagaId", "sagaid");

  boolean isNotFound() {
    return reply.status() == 404;
  }

  /**
   * @throws StoreUnavailableException unless the status is 2xx
   */
  void requireSuccess() {
    if (!reply.isSuccess()) {
      throw new StoreUnavailableException(place + " answered " + reply.status() + ".", null);
    }
  }

  /**
   * The JSON of a successful answer.
   *
   * @throws StoreUnavailableException when the status is not 2xx, or the body is no JSON
   */
  JsonValue json() {
    requireSuccess();
    return reply.json().orElseThrow(() -> misunderstood("a body that is no JSON"));
  }

  /**
   * The value as the document of that saga. One that names no saga counts as the one that was asked
   * for.
   *
   * @throws StoreUnavailableException when it is no object, or names another saga
   */
  JsonObject document(JsonValue value, SagaId id) {
    if (!(value instanceof JsonObject document)) {
      throw misunderstood("JSON that is no object");
    }
    if (ID_KEYS.stream().map(document::get).anyMatch(named -> isOther(named, id))) {
      throw misunderstood("the document of another saga");
    }
    return document;
  }

  private static boolean isOther(JsonValue named, SagaId id) {
    if (named == null || named == JsonValue.NULL) {
      return false;
    }
    if (named instanceof JsonString text) {
      return !text.getString().equals(id.value());
    }
    return !(named instanceof JsonNumber) || !named.toString().equals(id.value());
  }

  StoreUnavailableException misunderstood(String what) {
    return new StoreUnavailableException(
        place + " answered " + reply.status() + " with " + what + ".", null);
  }
}
