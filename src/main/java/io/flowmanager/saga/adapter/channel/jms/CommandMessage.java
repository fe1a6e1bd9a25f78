// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.jms;

import io.flowmanager.platform.jms.Exchange;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.Outgoing;
import io.flowmanager.saga.domain.Command;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import jakarta.json.JsonObject;

/** A command as the broker carries it. */
final class CommandMessage {

  private CommandMessage() {}

  static TextMessage of(Outgoing outgoing, Exchange exchange) throws JMSException {
    Command command = outgoing.command();
    String saga = command.id().saga().value();
    TextMessage message = exchange.text(JsonText.write(body(outgoing)));
    message.setStringProperty("sagaId", saga);
    message.setStringProperty("commandId", command.id().toString());
    message.setStringProperty("JMSXGroupID", saga);
    return message;
  }

  private static JsonObject body(Outgoing outgoing) {
    return outgoing.body().orElseGet(() -> envelope(outgoing.command()));
  }

  private static JsonObject envelope(Command command) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("messageLabel", command.label())
        .add("messagePayload", command.payload())
        .build();
  }
}
