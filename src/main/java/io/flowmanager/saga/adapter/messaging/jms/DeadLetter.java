// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.application.Skipped;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a message fit to be put aside: its body and properties stay, and it says why it is there.
 */
final class DeadLetter {

  private static final String BROKERS_OWN = "JMSX";

  private DeadLetter() {}

  /** The message itself: what was received may be sent once its properties are written anew. */
  static Message of(IncomingMessage incoming, Skipped why, JmsInput from) throws JMSException {
    Message message = incoming.message();
    Map<String, Object> properties = properties(message);
    properties.put("flowManagerReason", why.reason().word());
    properties.put("flowManagerDetail", why.detail());
    properties.put("flowManagerFlow", from.flow().value());
    properties.put("flowManagerChannel", from.channel());
    properties.put("flowManagerSource", String.valueOf(message.getJMSDestination()));
    properties.put("flowManagerMessageId", incoming.id());
    message.clearProperties();
    for (var property : properties.entrySet()) {
      message.setObjectProperty(property.getKey(), property.getValue());
    }
    return message;
  }

  private static Map<String, Object> properties(Message message) throws JMSException {
    var properties = new LinkedHashMap<String, Object>();
    Enumeration<?> names = message.getPropertyNames();
    while (names.hasMoreElements()) {
      String name = names.nextElement().toString();
      if (!name.startsWith(BROKERS_OWN) || name.equals("JMSXGroupID")) {
        properties.put(name, message.getObjectProperty(name));
      }
    }
    return properties;
  }
}
