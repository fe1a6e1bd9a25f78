// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A service that keeps one JSON document for each saga of a flow (contract,
 * "persistencyManagement", rest and crud). Calls wait for the service, within a time limit and with
 * the server's retries. A service that has failed too often in a row is not called for a while.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the service cannot be reached, does
 * not answer in time, answers an error, or answers what the contract does not say: HTML, no JSON,
 * the document of another saga, anything but an array of at most one. The message names the service
 * without its secrets, and says what was wrong. Implementations are safe for use by many threads.
 */
public interface DocumentService {

  /**
   * Whether each document that is written names its saga, in {@code sagaId}. Else only one does
   * that did so when it was read. Always the same answer.
   */
  boolean namesSagas();

  /** The document as the service has it now, with all its members. */
  Optional<JsonObject> read(SagaId id);

  /**
   * Writes the document: makes it or replaces it. Returns when the service has said that it has it
   * (any 2xx, whatever the body). When it throws, the service may have it, now or later.
   *
   * @param document the members of a saga document, and those that the service had beside them,
   *     where it is a service that replaces whole documents
   */
  void write(SagaId id, JsonObject document);
}
