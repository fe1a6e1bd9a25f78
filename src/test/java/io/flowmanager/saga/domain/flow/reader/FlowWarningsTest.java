// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertWarned;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import io.flowmanager.testing.FlowDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowWarningsTest {

  private static final String REST = "/communicationProtocols/0/configurations";

  @Test
  void commentsAreNoWarnings() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/$schema", "\"https://flow-manager.io/schemas/flow.json\"")
            .with("/$comment", "1")
            .with("/~1~1", "\"a comment\"")
            .with("/machineDefinition/x-owner", "\"orders\"")
            .with("/machineDefinition/states/0/_note", "[]");

    accepted(flow);
  }

  @Test
  void keysOfFreeObjectsAreNoWarnings() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(REST + "/headers", "{\"X-Anything\": \"a\"}")
            .with("/machineDefinition/states/0/outputCommand/retry", "{\"anything\": 1}")
            .with(
                "/machineDefinition/states/0/outgoingTransitions/0/payloadValidationSchema",
                "{\"anything\": 1}");

    accepted(flow);
  }

  @Test
  void slashIsPutInFrontOfThePath() {
    FlowDocuments flow = FlowDocuments.small().with(REST + "/path", "\"pay\"");

    assertThat(endpoint(flow).path()).isEqualTo("/pay");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Connection", "content-length", "EXPECT", "Host", "Transfer-Encoding", "upgrade"})
  void headersThatTheServerSetsAreLeftOut(String name) {
    FlowDocuments flow =
        FlowDocuments.small().with(REST + "/headers", "{\"" + name + "\": \"a\", \"X-A\": \"b\"}");

    assertThat(endpoint(flow).headers()).containsOnlyKeys("X-A");
  }

  private static HttpEndpoint endpoint(FlowDocuments flow) {
    FlowReading.Sound reading = (FlowReading.Sound) FlowReadings.read(flow);
    return ((ChannelDefinition.Rest) reading.definition().channels().get(0)).endpoint();
  }

  @Test
  void unknownSectionIsAWarning() {
    FlowDocuments flow = FlowDocuments.small().with("/extra", "{}");

    assertWarned(flow, "/extra", "is not a key of the format and is ignored");
  }

  @Test
  void misspeltKeyIsAWarningWithAdvice() {
    FlowDocuments flow =
        FlowDocuments.small().with("/machineDefinition/states/0/outgoingTransition", "[]");

    assertWarned(
        flow,
        "/machineDefinition/states/0/outgoingTransition",
        "is not a key of the format; did you mean \"outgoingTransitions\"?");
  }

  @Test
  void keyInAnotherCaseIsAWarningWithAdvice() {
    FlowDocuments flow = FlowDocuments.small().with("/machineDefinition/BusinessEvents", "[]");

    assertWarned(
        flow,
        "/machineDefinition/BusinessEvents",
        "is not a key of the format; did you mean \"businessEvents\"?");
  }

  @Test
  void unknownKeyOfAChannelIsAWarning() {
    FlowDocuments flow = FlowDocuments.small().with("/communicationProtocols/0/name", "\"a\"");

    assertWarned(
        flow, "/communicationProtocols/0/name", "is not a key of the format and is ignored");
  }

  @Test
  void unknownKeyOfKafkaIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/0/configurations/consumergroup", "\"a\"");

    assertWarned(
        flow,
        "/communicationProtocols/0/configurations/consumergroup",
        "is not a key of the format; did you mean \"consumerGroup\"?");
  }

  @Test
  void unknownKeyOfSslIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with(
                "/communicationProtocols/0/configurations/authenticationProperties/ssl/serverName",
                "\"a\"");

    assertWarned(
        flow,
        "/communicationProtocols/0/configurations/authenticationProperties/ssl/serverName",
        "is not a key of the format; did you mean \"servername\"?");
  }

  @Test
  void unknownKeyOfASecretReferenceIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/1/configurations/headers/X-Api-Key/key", "\"a\"");

    assertWarned(
        flow,
        "/communicationProtocols/1/configurations/headers/X-Api-Key/key",
        "is not a key of the format and is ignored");
  }

  @Test
  void unknownKeyOfJpaConfigurationsIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with(
                "/persistencyManagement",
                "{\"type\": \"jpa\", \"configurations\": {\"table\": \"sagas\"}}");

    assertWarned(
        flow,
        "/persistencyManagement/configurations/table",
        "is not a key of the format and is ignored");
  }

  @Test
  void unknownKeyOfACommandIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.small().with("/machineDefinition/states/0/outputCommand/lable", "\"a\"");

    assertWarned(
        flow,
        "/machineDefinition/states/0/outputCommand/lable",
        "is not a key of the format; did you mean \"label\"?");
  }

  @Test
  void unknownKeyOfATransitionIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/states/0/outgoingTransitions/0/target", "\"done\"");

    assertWarned(
        flow,
        "/machineDefinition/states/0/outgoingTransitions/0/target",
        "is not a key of the format and is ignored");
  }

  @Test
  void unknownKeyOfATimeoutIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.complete().with("/machineDefinition/states/0/timeout/unit", "\"s\"");

    assertWarned(
        flow,
        "/machineDefinition/states/0/timeout/unit",
        "is not a key of the format and is ignored");
  }

  @Test
  void unknownKeyOfSettingsIsAWarning() {
    FlowDocuments flow = FlowDocuments.small().with("/settings", "{\"deepMergeMetaData\": {}}");

    assertWarned(
        flow,
        "/settings/deepMergeMetaData",
        "is not a key of the format; did you mean \"deepMergeMetadata\"?");
  }

  @Test
  void pathWithoutLeadingSlashIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/1/configurations/path", "\"commands\"");

    assertWarned(
        flow,
        "/communicationProtocols/1/configurations/path",
        "should begin with a slash; one is put in front");
  }

  @Test
  void headerThatTheServerSetsIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/1/configurations/headers/Content-Length", "\"0\"");

    assertWarned(
        flow,
        "/communicationProtocols/1/configurations/headers/Content-Length",
        "is set by the server itself and ignored");
  }

  @Test
  void businessStateWithoutDescriptionIsAWarning() {
    FlowDocuments flow =
        FlowDocuments.small().without("/machineDefinition/businessStates/0/description");

    assertWarned(
        flow,
        "/machineDefinition/businessStates/0",
        "has no \"description\"; people will see the id only");
  }
}
