// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.jms;

import io.flowmanager.platform.jms.Exchange;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.domain.Command;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;

/** A command as the broker carries it. */
final class CommandMessage {

  private CommandMessage() {}

  static TextMessage of(Outgoing outgoing, Exchange exchange) throws JMSException {
    Command command = outgoing.command();
    String saga = command.id().saga().value();
    TextMessage message = exchange.text(JsonText.write(outgoing.message()));
    message.setStringProperty("sagaId", saga);
    message.setStringProperty("commandId", command.id().toString());
    message.setStringProperty("JMSXGroupID", saga);
    return message;
  }
}
