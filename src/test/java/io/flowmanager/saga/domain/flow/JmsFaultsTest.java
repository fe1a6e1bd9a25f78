// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import static io.flowmanager.saga.domain.flow.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.FlowReadings.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.FlowDocuments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JmsFaultsTest {

  @Test
  void jmsChannelIsReadWhole() {
    ChannelDefinition jms = accepted(FlowDocuments.complete()).channels().get(2);

    assertThat(jms)
        .isEqualTo(
            new ChannelDefinition.Jms(
                "jms-1",
                Optional.empty(),
                Optional.of("tcp://artemis:61616"),
                Optional.of(new ConfigValue.Plain("orders")),
                Optional.of(new ConfigValue.SecretFile("/run/jms")),
                List.of("in"),
                List.of("out"),
                List.of("in-all"),
                List.of("out-all")));
  }

  @Test
  void jmsWithoutBrokerIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without("/communicationProtocols/2/configurations/brokerUrl");

    assertRefused(
        flow,
        "/communicationProtocols/2/configurations",
        "needs either \"connectionFactory\", a JNDI name, or \"brokerUrl\", and not both");
  }

  @Test
  void jmsWithTwoBrokersIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/2/configurations/connectionFactory", "\"jms/Factory\"");

    assertRefused(
        flow,
        "/communicationProtocols/2/configurations",
        "needs either \"connectionFactory\", a JNDI name, or \"brokerUrl\", and not both");
  }

  @Test
  void emptyBrokerUrlIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/communicationProtocols/2/configurations/brokerUrl", "\"\"");

    assertRefused(flow, "/communicationProtocols/2/configurations/brokerUrl", "must not be empty");
  }

  @Test
  void jmsWithoutAnyQueueOrTopicIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .without("/communicationProtocols/2/configurations/inputQueues")
            .with("/communicationProtocols/2/configurations/outputQueues", "[]")
            .with("/communicationProtocols/2/configurations/inputTopics", "null")
            .without("/communicationProtocols/2/configurations/outputTopics")
            .without("/machineDefinition/states/0/sideEffects/1");

    assertRefused(
        flow,
        "/communicationProtocols/2/configurations",
        "needs at least one of inputQueues, outputQueues, inputTopics, outputTopics, with something in it");
  }

  @Test
  void emptyQueueIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/2/configurations/outputQueues/0", "\"\"");

    assertRefused(flow, "/communicationProtocols/2/configurations/outputQueues/0", "must not be empty");
  }

  @Test
  void jmsPasswordThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with("/communicationProtocols/2/configurations/password", "1");

    assertRefused(
        flow,
        "/communicationProtocols/2/configurations/password",
        "must be a string or a secret reference such as {\"type\": \"file\", \"path\": \"/run/secret\"}, not a number");
  }
}
