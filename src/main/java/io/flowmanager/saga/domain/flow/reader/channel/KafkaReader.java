// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader.channel;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.document.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the configurations of a kafka channel. */
final class KafkaReader {

  private final BrokerReader brokerReader = new BrokerReader();
  private final KafkaAuthenticationReader authenticationReader = new KafkaAuthenticationReader();
  private final ClientPropertiesReader clientProperties = new ClientPropertiesReader();

  ChannelDefinition read(String id, Members members) {
    List<ConfigValue> brokers = members.need("brokers").map(brokerReader::read).orElse(List.of());
    List<String> inputTopics = members.texts("inputTopics");
    List<String> outputTopics = members.texts("outputTopics");
    Optional<String> consumerGroup = members.optionalText("consumerGroup");
    members.needOneOf("inputTopics", "outputTopics");
    if (members.fills("inputTopics") && members.find("consumerGroup").isEmpty()) {
      members.node().fault("needs the member \"consumerGroup\" because it has \"inputTopics\"");
    }
    return new ChannelDefinition.Kafka(
        id,
        brokers,
        inputTopics,
        outputTopics,
        consumerGroup,
        members.find("authenticationProperties").flatMap(authenticationReader::read),
        members.find("clientProperties").map(clientProperties::read).orElse(Map.of()),
        members.optionalText("deadLetterTopic"));
  }
}
