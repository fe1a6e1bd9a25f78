// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.FlowSettings;
import io.flowmanager.saga.domain.flow.FlowWarning;
import io.flowmanager.saga.domain.flow.LintSettings;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import io.flowmanager.saga.domain.flow.RetentionSettings;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.FlowSchema;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowReaderTest {

  @Test
  void completeFlowIsAccepted() {
    FlowDefinition flow = accepted(FlowDocuments.complete());

    assertThat(flow.channels())
        .extracting(ChannelDefinition::id)
        .containsExactly("kafka-1", "rest-1", "jms-1", "inbox");
    assertThat(flow.document()).isEqualTo(FlowDocuments.complete().json());
  }

  @Test
  void smallFlowIsAcceptedWithDefaults() {
    FlowDefinition flow = accepted(FlowDocuments.small());

    assertThat(flow.persistence()).isEqualTo(new PersistenceDefinition.Jpa());
    assertThat(flow.settings())
        .isEqualTo(
            new FlowSettings(
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                LintSettings.DEFAULTS,
                RetentionSettings.KEEP_ALL));
  }

  @Test
  void emptyDocumentLacksTheThreeRequiredSections() {
    FlowReading reading = FlowReadings.read(FlowDocuments.of("{}"));

    assertThat(reading)
        .isEqualTo(
            new FlowReading.Faulty(
                List.of(
                    new FlowFault("", "needs the member \"communicationProtocols\""),
                    new FlowFault("", "needs the member \"persistencyManagement\""),
                    new FlowFault("", "needs the member \"machineDefinition\"")),
                List.of()));
    assertThat(FlowSchema.violationsOf(JsonValue.EMPTY_JSON_OBJECT)).hasSize(3);
  }

  @Test
  void allFaultsComeAtOnceInTheOrderOfTheFile() {
    FlowDocuments flow =
        FlowDocuments.of(
            """
            {
              "settings": {"lint": 1, "throwOnUnexpectedEvents": "yes"},
              "machineDefinition": {
                "businessStates": [{"id": true}, {"id": 1, "description": "a"}, {"id": 1, "description": "b"}],
                "states": [
                  {"outgoingTransitions": [{"targetState": "nowhere"}], "id": "created", "businessStateId": 7},
                  5
                ],
                "initialState": "begin"
              },
              "persistencyManagement": [],
              "communicationProtocols": [
                {"id": "a", "type": "kafka", "configurations": {"brokers": []}},
                {"configurations": {}, "type": "amqp", "id": "a"}
              ]
            }
            """);

    FlowReading.Faulty reading = (FlowReading.Faulty) FlowReadings.read(flow);

    assertThat(reading.faults())
        .extracting(FlowFault::pointer)
        .containsExactly(
            "/settings/lint",
            "/settings/throwOnUnexpectedEvents",
            "/machineDefinition",
            "/machineDefinition/businessStates/0/id",
            "/machineDefinition/businessStates/2/id",
            "/machineDefinition/states/0",
            "/machineDefinition/states/0/outgoingTransitions/0",
            "/machineDefinition/states/0/outgoingTransitions/0/targetState",
            "/machineDefinition/states/0/businessStateId",
            "/machineDefinition/states/1",
            "/machineDefinition/initialState",
            "/persistencyManagement",
            "/communicationProtocols/0/configurations",
            "/communicationProtocols/0/configurations/brokers",
            "/communicationProtocols/1/type",
            "/communicationProtocols/1/id");
  }

  @Test
  void warningsComeBesideFaults() {
    FlowReading reading = FlowReadings.read(FlowDocuments.of("{\"setings\": {}}"));

    assertThat(reading.warnings())
        .containsExactly(
            new FlowWarning(
                FlowWarning.Kind.UNKNOWN_KEY,
                "/setings",
                "is not a key of the format; did you mean \"settings\"?"));
  }

  @Test
  void membersThatAreNullCountAsLeftOut() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/settings", "null")
            .with("/communicationProtocols/0/configurations/authenticationProperties", "null")
            .with("/communicationProtocols/0/configurations/deadLetterTopic", "null")
            .with("/communicationProtocols/1/configurations/headers/Accept", "null")
            .with("/communicationProtocols/1/configurations/port", "null")
            .with("/machineDefinition/states/0/timeout", "null")
            .with("/machineDefinition/states/0/outputCommand/hook", "null")
            .with("/machineDefinition/states/0/outgoingTransitions/0/businessEventId", "null")
            .with("/machineDefinition/businessEvents", "null");

    FlowDefinition definition = accepted(flow);

    assertThat(definition.settings()).isEqualTo(SettingsReader.DEFAULTS);
    assertThat(definition.machine().states().get(0).timeout()).isEmpty();
  }

  @Test
  void requiredMemberThatIsNullIsMissing() {
    FlowReadings.assertRefused(
        FlowDocuments.small().with("/machineDefinition/creationEvent", "null"),
        "/machineDefinition",
        "needs the member \"creationEvent\"");
  }

  @Test
  void pointersEscapeSlashAndTilde() {
    FlowReadings.assertWarned(
        FlowDocuments.small().with("/a~1b~0c", "1"),
        "/a~1b~0c",
        "is not a key of the format and is ignored");
  }

  @Test
  void deeplyNestedValuesAreNoObstacle() {
    JsonValue deep = JsonValue.EMPTY_JSON_ARRAY;
    for (int depth = 0; depth < 20_000; depth++) {
      deep = Json.createArrayBuilder().add(deep).build();
    }

    FlowReading reading =
        new FlowReader().read(Json.createObjectBuilder().add("settings", deep).build());

    assertThat(((FlowReading.Faulty) reading).faults())
        .contains(new FlowFault("/settings", "must be an object, not a list"));
  }

  @Test
  void noMessageRepeatsATextThatMayBeASecret() {
    FlowDocuments flow =
        FlowDocuments.complete()
            .with("/communicationProtocols/1/configurations/headers/X-Api-Key", "\"sesame\\n\"")
            .with(
                "/communicationProtocols/0/configurations/authenticationProperties/sasl/password",
                "[\"sesame\"]");

    assertThat(FlowReadings.read(flow).toString()).contains("X-Api-Key").doesNotContain("sesame");
  }
}
