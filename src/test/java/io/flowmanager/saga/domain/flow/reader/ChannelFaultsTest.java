// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefusedDespiteSchema;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.FlowDocuments;
import org.junit.jupiter.api.Test;

class ChannelFaultsTest {

  private static final String INBOX = "/communicationProtocols/3";

  @Test
  void flowWithoutChannelsAndCommandsIsAccepted() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/communicationProtocols", "[]")
            .without("/machineDefinition/states/0/outputCommand");

    assertThat(accepted(flow).channels()).isEmpty();
  }

  @Test
  void channelsThatAreNoListAreAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/communicationProtocols", "{}");

    assertRefused(flow, "/communicationProtocols", "must be a list, not an object");
  }

  @Test
  void channelThatIsNoObjectIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with("/communicationProtocols/-", "\"kafka\"");

    assertRefused(flow, "/communicationProtocols/1", "must be an object, not a string");
  }

  @Test
  void channelWithoutIdIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(INBOX + "/id");

    assertRefused(flow, INBOX, "needs the member \"id\"");
  }

  @Test
  void emptyChannelIdIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(INBOX + "/id", "\" \"");

    assertRefused(flow, INBOX + "/id", "must not be empty");
  }

  @Test
  void channelIdThatIsNoStringIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(INBOX + "/id", "7");

    assertRefused(flow, INBOX + "/id", "must be a string, not a number");
  }

  @Test
  void channelWithoutTypeIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(INBOX + "/type");

    assertRefused(flow, INBOX, "needs the member \"type\"");
  }

  @Test
  void unknownChannelTypeIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(INBOX + "/type", "\"amqp\"");

    assertRefused(flow, INBOX + "/type", "must be one of kafka, rest, jms, not \"amqp\"");
  }

  @Test
  void channelTypeInAnotherCaseIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(INBOX + "/type", "\"Kafka\"");

    assertRefused(
        flow,
        INBOX + "/type",
        "must be one of kafka, rest, jms, not \"Kafka\"; did you mean \"kafka\"?");
  }

  @Test
  void channelWithoutConfigurationsIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().without(INBOX + "/configurations");

    assertRefused(flow, INBOX, "needs the member \"configurations\"");
  }

  @Test
  void configurationsThatAreNoObjectAreAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(INBOX + "/configurations", "[]");

    assertRefused(flow, INBOX + "/configurations", "must be an object, not a list");
  }

  @Test
  void duplicateChannelIdIsAFault() {
    FlowDocuments flow = FlowDocuments.complete().with(INBOX + "/id", "\"rest-1\"");

    assertRefusedDespiteSchema(
        flow,
        INBOX + "/id",
        "repeats the id \"rest-1\" of /communicationProtocols/1/id; every channel needs its own");
  }
}
