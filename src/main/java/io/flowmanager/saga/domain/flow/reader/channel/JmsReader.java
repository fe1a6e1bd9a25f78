// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.document.Members;
import java.util.Optional;

/** Reads the configurations of a jms channel. */
final class JmsReader {

  private final ConfigValueReader configValue = new ConfigValueReader();

  ChannelDefinition read(String id, Members members) {
    Optional<String> connectionFactory = members.optionalText("connectionFactory");
    Optional<String> brokerUrl = members.optionalText("brokerUrl");
    if (members.find("connectionFactory").isPresent() == members.find("brokerUrl").isPresent()) {
      members
          .node()
          .fault("needs either \"connectionFactory\", a JNDI name, or \"brokerUrl\", and not both");
    }
    members.needOneOf("inputQueues", "outputQueues", "inputTopics", "outputTopics");
    return new ChannelDefinition.Jms(
        id,
        connectionFactory,
        brokerUrl,
        members.find("username").flatMap(configValue::read),
        members.find("password").flatMap(configValue::read),
        members.texts("inputQueues"),
        members.texts("outputQueues"),
        members.texts("inputTopics"),
        members.texts("outputTopics"),
        members.optionalText("deadLetterQueue"));
  }
}
