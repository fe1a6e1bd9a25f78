// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.testing.FlowDocuments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JmsFaultsTest {

  private static final String JMS = "/communicationProtocols/2/configurations";

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
                List.of("out-all"),
                Optional.of("dead")));
  }

  @Test
  void jmsWithoutBrokerIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(JMS + "/brokerUrl");

    assertRefused(
        flow,
        JMS,
        "needs either \"connectionFactory\", a JNDI name, or \"brokerUrl\", and not both");
  }

  @Test
  void jmsWithTwoBrokersIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete().with(JMS + "/connectionFactory", "\"jms/Factory\"");

    assertRefused(
        flow,
        JMS,
        "needs either \"connectionFactory\", a JNDI name, or \"brokerUrl\", and not both");
  }

  @Test
  void emptyBrokerUrlIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(JMS + "/brokerUrl", "\"\"");

    assertRefused(flow, JMS + "/brokerUrl", "must not be empty");
  }

  @Test
  void jmsWithoutAnyQueueOrTopicIsAFault() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .without(JMS + "/inputQueues")
            .with(JMS + "/outputQueues", "[]")
            .with(JMS + "/inputTopics", "null")
            .without(JMS + "/outputTopics")
            .without("/machineDefinition/states/0/sideEffects/1");

    assertRefused(
        flow,
        JMS,
        "needs at least one of inputQueues, outputQueues, inputTopics, outputTopics, not empty");
  }

  @Test
  void emptyQueueIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(JMS + "/outputQueues/0", "\"\"");

    assertRefused(flow, JMS + "/outputQueues/0", "must not be empty");
  }

  @Test
  void jmsPasswordThatIsANumberIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(JMS + "/password", "1");

    assertRefused(
        flow,
        JMS + "/password",
        "must be a string or a secret reference such as {\"type\": \"file\", \"path\": \"/run/secret\"}, not a number");
  }
}
