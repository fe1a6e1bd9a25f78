// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/**
 * Message properties that Jakarta Messaging does not support: STOMP and AMQP allow names that are
 * not Java identifiers, and values of other types.
 */
public final class MessageProperties {

  private static final String BROKERS_OWN = "JMSX";

  private MessageProperties() {}

  /** The properties of a message, in the client's order, without those of the broker. */
  public static Map<String, Object> of(Message message) throws JMSException {
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

  /** Replaces all properties of a message. Returns those that it does not accept, by name. */
  public static Map<String, Object> replace(Message message, Map<String, Object> properties)
      throws JMSException {
    message.clearProperties();
    var refused = new LinkedHashMap<String, Object>();
    properties.forEach(
        (name, value) -> {
          if (!put(message, name, value)) {
            refused.put(name, value);
          }
        });
    return refused;
  }

  private static boolean put(Message message, String name, Object value) {
    try {
      message.setObjectProperty(name, value);
      return true;
    } catch (JMSException | RuntimeException e) {
      return putNatively(message, name, value);
    }
  }

  /**
   * The Artemis client follows the standard and refuses some properties that its brokers accept.
   */
  private static boolean putNatively(Message message, String name, Object value) {
    if (message instanceof ActiveMQMessage artemis) {
      artemis.getCoreMessage().putObjectProperty(name, value);
      return true;
    }
    return false;
  }
}
