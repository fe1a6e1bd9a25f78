// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.document;

import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A saga document as tests write it down; each step a millisecond after the one before. */
public final class DocumentBuilder {

  public static final Instant BEGIN = Instant.parse("2025-12-24T18:00:00.123Z");

  private final List<HistoryEntry> history = new ArrayList<>();
  private String entity = "order-1";
  private JsonObject metadata = JsonValue.EMPTY_JSON_OBJECT;

  /** The event has led to the state. */
  public DocumentBuilder step(String event, String state) {
    int number = history.size();
    Optional<BusinessId> business =
        number == 0 ? Optional.empty() : Optional.of(new BusinessId("\"step\""));
    Instant at = BEGIN.plusMillis(number);
    history.add(new HistoryEntry(number, event, business, state, new BusinessId("1"), at));
    return this;
  }

  public DocumentBuilder forEntity(String text) {
    entity = text;
    return this;
  }

  public DocumentBuilder withMetadata(String json) {
    metadata = JsonTexts.object(json);
    return this;
  }

  /** All members. */
  public DocumentEdit edit() {
    HistoryEntry last = history.isEmpty() ? null : history.get(history.size() - 1);
    return new DocumentEdit(
        Optional.of(entity),
        Optional.of(last == null ? "created" : last.state()),
        Optional.of(false),
        Optional.of(new BusinessId("1")),
        Optional.of(last == null ? "orderCreated" : last.event()),
        Optional.of(metadata),
        Optional.of(List.copyOf(history)));
  }

  /** Nothing but other metadata. */
  public static DocumentEdit metadataAlone(String json) {
    return new DocumentEdit(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(JsonTexts.object(json)),
        Optional.empty());
  }
}
