// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Between commands of a step and the documents that the own key keeps of them for a moment. */
final class CommandBson {

  /** The saga's document, the own key, the list and the command. */
  private static final int ABOVE_THE_PAYLOAD = 4;

  private static final String SEQUENCE = "sequence";
  private static final String FLOW = "flow";
  private static final String STATE = "state";
  private static final String CHANNEL = "channel";
  private static final String LABEL = "label";
  private static final String PAYLOAD = "payload";
  private static final String LEASED_UNTIL = "leasedUntil";

  private CommandBson() {}

  static BsonDocument toBson(PendingCommand pending) {
    Command command = pending.command();
    return new BsonDocument(SEQUENCE, new BsonInt64(command.id().sequence()))
        .append(FLOW, new BsonString(pending.flow().value()))
        .append(STATE, new BsonString(command.state()))
        .append(CHANNEL, new BsonString(command.channel()))
        .append(LABEL, new BsonString(command.label()))
        .append(PAYLOAD, JsonToBson.part(command.payload(), ABOVE_THE_PAYLOAD))
        .append(LEASED_UNTIL, new BsonDateTime(pending.leasedUntil().toEpochMilli()));
  }

  static PendingCommand fromBson(SagaId saga, BsonDocument document) {
    var command =
        new Command(
            new CommandId(saga, document.getNumber(SEQUENCE).longValue(), 0),
            text(document, STATE),
            text(document, CHANNEL),
            text(document, LABEL),
            BsonToJson.object(document.getDocument(PAYLOAD)));
    Instant leasedUntil = Instant.ofEpochMilli(document.getDateTime(LEASED_UNTIL).getValue());
    return new PendingCommand(new FlowName(text(document, FLOW)), command, 0, leasedUntil, false);
  }

  private static String text(BsonDocument document, String name) {
    return document.getString(name).getValue();
  }
}
