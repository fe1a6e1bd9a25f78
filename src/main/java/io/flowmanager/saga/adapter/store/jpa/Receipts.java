// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.Answer;
import io.flowmanager.saga.application.Receipt;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Refusal.Violation;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Between receipts and their rows. */
final class Receipts {

  private static final String TRANSITIONED = "transitioned";
  private static final String IGNORED = "ignored";
  private static final String REFUSED = "refused";

  private Receipts() {}

  static ReceiptRow toRow(Receipt receipt) {
    var row = new ReceiptRow();
    row.sagaId = receipt.saga().value();
    row.eventId = receipt.event().value();
    row.receivedAt = receipt.at().toEpochMilli();
    if (receipt.answer() instanceof Answer.Transitioned transitioned) {
      row.outcome = TRANSITIONED;
      row.state = transitioned.state();
    } else if (receipt.answer() instanceof Answer.Ignored ignored) {
      row.outcome = IGNORED;
      row.state = ignored.state();
    } else if (receipt.answer() instanceof Answer.Refused refused) {
      row.outcome = REFUSED;
      row.state = refused.state();
      row.refusal = JsonText.write(toJson(refused.refusal()));
    } else {
      throw new IllegalArgumentException("There is no receipt for " + receipt.answer());
    }
    return row;
  }

  static Receipt fromRow(ReceiptRow row) {
    var saga = new SagaId(row.sagaId);
    return new Receipt(
        saga, new EventId(row.eventId), answer(saga, row), Instant.ofEpochMilli(row.receivedAt));
  }

  private static Answer answer(SagaId saga, ReceiptRow row) {
    return switch (row.outcome) {
      case TRANSITIONED -> new Answer.Transitioned(saga, row.state);
      case IGNORED -> new Answer.Ignored(saga, row.state);
      case REFUSED ->
          new Answer.Refused(saga, row.state, fromJson(JsonText.parse(row.refusal).asJsonObject()));
      default ->
          throw new IllegalStateException("event_receipt has the unknown outcome " + row.outcome);
    };
  }

  private static JsonObject toJson(Refusal refusal) {
    var violations = JsonText.builders().createArrayBuilder();
    for (Violation violation : refusal.violations()) {
      violations.add(
          JsonText.builders()
              .createObjectBuilder()
              .add("pointer", violation.pointer())
              .add("message", violation.message()));
    }
    return JsonText.builders()
        .createObjectBuilder()
        .add("kind", refusal.kind().name())
        .add("detail", refusal.detail())
        .add("violations", violations)
        .build();
  }

  private static Refusal fromJson(JsonObject json) {
    List<Violation> violations =
        json.getJsonArray("violations").getValuesAs(JsonObject.class).stream()
            .map(v -> new Violation(v.getString("pointer"), v.getString("message")))
            .toList();
    return new Refusal(
        Refusal.Kind.valueOf(json.getString("kind")), json.getString("detail"), violations);
  }
}
