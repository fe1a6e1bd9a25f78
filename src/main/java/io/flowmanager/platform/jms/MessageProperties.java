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
 * Properties of messages as other protocols have them: STOMP and AMQP know names that are no Java
 * identifiers, and values that Jakarta Messaging has no type for.
 */
public final class MessageProperties {

  private static final String BROKERS_OWN = "JMSX";

  private MessageProperties() {}

  /** Those that a message has, in the client's order; without what belongs to the broker. */
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

  /** Replaces all properties of a message; those that it cannot bear, by name. */
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

  /** The Artemis client refuses for the standard's sake what its brokers bear. */
  private static boolean putNatively(Message message, String name, Object value) {
    if (message instanceof ActiveMQMessage artemis) {
      artemis.getCoreMessage().putObjectProperty(name, value);
      return true;
    }
    return false;
  }
}
