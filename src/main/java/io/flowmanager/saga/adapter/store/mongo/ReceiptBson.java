// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Refusal.Violation;
import io.flowmanager.saga.domain.SagaId;
import java.time.Instant;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Between receipts and the documents that the own key keeps of them. */
final class ReceiptBson {

  private static final String EVENT = "event";
  private static final String OUTCOME = "outcome";
  private static final String STATE = "state";
  private static final String REFUSAL = "refusal";
  private static final String AT = "at";
  private static final String KIND = "kind";
  private static final String DETAIL = "detail";
  private static final String VIOLATIONS = "violations";
  private static final String POINTER = "pointer";
  private static final String MESSAGE = "message";
  private static final String TRANSITIONED = "transitioned";
  private static final String IGNORED = "ignored";
  private static final String REFUSED = "refused";

  private ReceiptBson() {}

  static BsonDocument toBson(Receipt receipt) {
    var document = new BsonDocument(EVENT, new BsonString(receipt.event().value()));
    if (receipt.answer() instanceof Answer.Transitioned transitioned) {
      put(document, TRANSITIONED, transitioned.state());
    } else if (receipt.answer() instanceof Answer.Ignored ignored) {
      put(document, IGNORED, ignored.state());
    } else if (receipt.answer() instanceof Answer.Refused refused) {
      put(document, REFUSED, refused.state());
      document.put(REFUSAL, refusal(refused.refusal()));
    } else {
      throw new IllegalArgumentException("There is no receipt for " + receipt.answer());
    }
    return document.append(AT, new BsonDateTime(receipt.at().toEpochMilli()));
  }

  private static void put(BsonDocument document, String outcome, String state) {
    document.append(OUTCOME, new BsonString(outcome)).append(STATE, new BsonString(state));
  }

  private static BsonDocument refusal(Refusal refusal) {
    var violations = new BsonArray();
    for (Violation violation : refusal.violations()) {
      violations.add(
          new BsonDocument(POINTER, new BsonString(violation.pointer()))
              .append(MESSAGE, new BsonString(violation.message())));
    }
    return new BsonDocument(KIND, new BsonString(refusal.kind().name()))
        .append(DETAIL, new BsonString(refusal.detail()))
        .append(VIOLATIONS, violations);
  }

  static EventId event(BsonDocument document) {
    return new EventId(text(document, EVENT));
  }

  static Receipt fromBson(SagaId saga, BsonDocument document) {
    Instant at = Instant.ofEpochMilli(document.getDateTime(AT).getValue());
    return new Receipt(saga, event(document), answer(saga, document), at);
  }

  private static Answer answer(SagaId saga, BsonDocument document) {
    String state = text(document, STATE);
    String outcome = text(document, OUTCOME);
    return switch (outcome) {
      case TRANSITIONED -> new Answer.Transitioned(saga, state);
      case IGNORED -> new Answer.Ignored(saga, state);
      case REFUSED -> new Answer.Refused(saga, state, refusal(document.getDocument(REFUSAL)));
      default -> throw new IllegalArgumentException("A receipt has the outcome " + outcome);
    };
  }

  private static Refusal refusal(BsonDocument document) {
    List<Violation> violations =
        document.getArray(VIOLATIONS).stream()
            .map(violation -> violation.asDocument())
            .map(violation -> new Violation(text(violation, POINTER), text(violation, MESSAGE)))
            .toList();
    return new Refusal(
        Refusal.Kind.valueOf(text(document, KIND)), text(document, DETAIL), violations);
  }

  private static String text(BsonDocument document, String name) {
    return document.getString(name).getValue();
  }
}
