// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.MemberReader;
import io.flowmanager.saga.application.document.DocumentEdit;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/**
 * Reads saga documents (contract, "Saga document"). What is wrong is gathered, each fault with its
 * pointer. Members that the contract does not name are ignored, and so are the descriptions of
 * business states and events: the hosted flow has its own.
 */
final class DocumentReader {

  private static final String WHOLE = "";
  private static final String SET = "$set";

  private final DocumentValues values;

  private DocumentReader(MemberReader faults) {
    this.values = new DocumentValues(faults);
  }

  /**
   * A document that replaces the saga: all members but {@code sagaId} are needed.
   *
   * @throws ProblemException 400 with all faults
   */
  static DocumentEdit whole(JsonValue body, SagaId id) {
    var faults = new MemberReader();
    DocumentEdit edit = new DocumentReader(faults).read(body, WHOLE, id);
    if (body instanceof JsonObject document) {
      edit.missing().stream()
          .filter(name -> DocumentValues.member(document, name).isEmpty())
          .forEach(name -> faults.fault("/" + name, "is missing"));
    }
    faults.check("saga document");
    return edit;
  }

  /**
   * An update that sets members of the saga: {@code {"$set": {…}}}.
   *
   * @throws ProblemException 400 with all faults
   */
  static DocumentEdit set(JsonValue body, SagaId id) {
    var faults = new MemberReader();
    JsonObject update = faults.object(body, WHOLE, Set.of(SET));
    JsonValue members = update.getOrDefault(SET, JsonValue.EMPTY_JSON_OBJECT);
    DocumentEdit edit = new DocumentReader(faults).read(members, "/" + SET, id);
    if (members instanceof JsonObject document) {
      document.keySet().stream()
          .filter(name -> name.contains("."))
          .forEach(
              name ->
                  faults.fault(
                      "/" + SET + "/" + MemberReader.escaped(name),
                      "is a path into a member; set the whole member"));
    }
    faults.check("update");
    return edit;
  }

  private DocumentEdit read(JsonValue body, String root, SagaId id) {
    Optional<JsonObject> found = values.object(body, root);
    JsonObject document = found.orElse(JsonValue.EMPTY_JSON_OBJECT);
    values.checkId(document, root, id);
    return new DocumentEdit(
        values.text(document, root, "associatedEntityId", DocumentValues.MAX_NAME),
        values.text(document, root, "currentState", DocumentValues.MAX_NAME),
        values.flag(document, root, "isFinal"),
        values.businessId(document, root, "businessStateId"),
        values.text(document, root, "latestEvent", DocumentValues.MAX_NAME),
        DocumentValues.member(document, "metadata")
            .flatMap(metadata -> values.object(metadata, root + "/metadata")),
        DocumentValues.member(document, "history")
            .map(history -> new HistoryReader(values).read(history, root + "/history")));
  }
}
