// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** A flow file is read as a server reads it. */
class FlowUnderTestTest {

  private static final Path PARCEL = Path.of("src/test/resources/flows/kit/parcel.json");

  @Test
  void allFaultsAreToldAtOnceWithTheirPlaces() throws IOException {
    String flow =
        Files.readString(PARCEL)
            .replace("\"initialState\": \"packed\"", "\"initialState\": \"paked\"")
            .replace("\"port\": 9102", "\"port\": \"x\"");

    assertThatThrownBy(() -> FlowUnderTest.parse("parcel", flow))
        .isInstanceOf(InvalidFlowError.class)
        .hasMessageStartingWith("The flow parcel is not valid:\n  /")
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidFlowError.class))
        .extracting(InvalidFlowError::faults, InstanceOfAssertFactories.list(String.class))
        .hasSize(2)
        .anyMatch(fault -> fault.startsWith("/communicationProtocols/1/configurations/port: "))
        .anyMatch(fault -> fault.startsWith("/machineDefinition/initialState: "));
  }

  @Test
  void hookThatDoesNotCompileIsAFault() throws IOException {
    String flow = Files.readString(PARCEL).replace("throw new Error('no weight')", "throw throw");

    assertThatThrownBy(() -> FlowUnderTest.parse("parcel", flow))
        .isInstanceOf(InvalidFlowError.class)
        .hasMessageContaining("/machineDefinition/states/0/outputCommand/hook");
  }

  @Test
  void schemaThatIsNoneIsAFault() throws IOException {
    String flow = Files.readString(PARCEL).replace("\"type\": \"number\"", "\"type\": \"money\"");

    assertThatThrownBy(() -> FlowUnderTest.parse("parcel", flow))
        .isInstanceOf(InvalidFlowError.class)
        .hasMessageContaining("/outgoingTransitions/0/payloadValidationSchema");
  }

  @Test
  void whatIsNoObjectIsAFault() {
    assertThatThrownBy(() -> FlowUnderTest.parse("parcel", "[]"))
        .isInstanceOf(InvalidFlowError.class)
        .hasMessageContaining("does not contain a JSON object");
    assertThatThrownBy(() -> FlowUnderTest.parse("parcel", "{"))
        .isInstanceOf(InvalidFlowError.class);
  }

  @Test
  void nameThatNoFlowCanHaveIsAFault() {
    assertThatThrownBy(() -> FlowUnderTest.parse("a parcel", "{}"))
        .isInstanceOf(InvalidFlowError.class)
        .hasMessageContaining("cannot name a flow");
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> FlowUnderTest.read(Path.of("nowhere.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nowhere.json cannot be read");
  }

  @Test
  void findingsOfTheLinterAreThere() throws IOException {
    FlowUnderTest sound = FlowUnderTest.read(PARCEL);
    assertThat(sound.name()).isEqualTo("parcel");
    assertThat(sound.hasNoFindings().findings()).isEmpty();

    FlowUnderTest odd =
        FlowUnderTest.parse(
            "odd",
            Files.readString(PARCEL)
                .replace("\"settings\"", "\"x\": 1, \"setings\": 2, \"settings\""));
    assertThat(odd.findings()).anyMatch(finding -> finding.contains("/setings"));
    assertThatThrownBy(odd::hasNoFindings)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("/setings");
  }
}
