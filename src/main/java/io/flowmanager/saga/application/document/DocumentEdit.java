// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.document;

import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.flow.BusinessId;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a saga document that are to be set. One that is empty stays as it is.
 *
 * @param history oldest first, numbered from 0
 */
public record DocumentEdit(
    Optional<String> associatedEntityId,
    Optional<String> currentState,
    Optional<Boolean> isFinal,
    Optional<BusinessId> businessStateId,
    Optional<String> latestEvent,
    Optional<JsonObject> metadata,
    Optional<List<HistoryEntry>> history) {

  /** The names of the members that are empty, in alphabetical order; a new saga needs them all. */
  public List<String> missing() {
    Map<String, Optional<?>> members =
        Map.of(
            "associatedEntityId", associatedEntityId,
            "currentState", currentState,
            "isFinal", isFinal,
            "businessStateId", businessStateId,
            "latestEvent", latestEvent,
            "metadata", metadata,
            "history", history);
    return members.entrySet().stream()
        .filter(member -> member.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The document of a new saga; nothing may be missing. */
  DocumentContent content() {
    var position =
        new Saga.Position(
            currentState.orElseThrow(),
            isFinal.orElseThrow(),
            businessStateId.orElseThrow(),
            latestEvent.orElseThrow());
    return new DocumentContent(
        associatedEntityId.orElseThrow(), position, metadata.orElseThrow(), history.orElseThrow());
  }

  /** The document with these members set. */
  DocumentContent over(DocumentContent before) {
    Saga.Position position = before.position();
    var moved =
        new Saga.Position(
            currentState.orElse(position.state()),
            isFinal.orElse(position.isFinal()),
            businessStateId.orElse(position.businessState()),
            latestEvent.orElse(position.latestEvent()));
    return new DocumentContent(
        associatedEntityId.orElse(before.associatedEntityId()),
        moved,
        metadata.orElse(before.metadata()),
        history.orElse(before.history()));
  }
}
