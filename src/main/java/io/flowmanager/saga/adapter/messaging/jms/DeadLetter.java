// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.MessageProperties;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.inbox.Skipped;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** Converts a message to a dead letter: it keeps its body and properties, and gets the reason. */
final class DeadLetter {

  private DeadLetter() {}

  /** The same message: a received message may be sent after its properties have been replaced. */
  static Message of(IncomingMessage incoming, Skipped why, JmsInput from) throws JMSException {
    Message message = incoming.message();
    Map<String, Object> properties = MessageProperties.of(message);
    properties.put("flowManagerReason", why.reason().word());
    properties.put("flowManagerDetail", why.detail());
    properties.put("flowManagerFlow", from.flow().value());
    properties.put("flowManagerChannel", from.channel());
    properties.put("flowManagerSource", String.valueOf(message.getJMSDestination()));
    properties.put("flowManagerMessageId", incoming.id());
    Map<String, Object> refused = MessageProperties.replace(message, properties);
    if (!refused.isEmpty()) {
      message.setStringProperty("flowManagerProperties", json(refused));
    }
    return message;
  }

  private static String json(Map<String, Object> properties) {
    JsonObjectBuilder object = JsonText.builders().createObjectBuilder();
    properties.forEach((name, value) -> object.add(name, String.valueOf(value)));
    return JsonText.write(object.build());
  }
}
