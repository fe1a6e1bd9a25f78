// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static io.flowmanager.saga.domain.flow.reader.FlowReadings.accepted;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefused;
import static io.flowmanager.saga.domain.flow.reader.FlowReadings.assertRefusedDespiteSchema;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.testing.FlowDocuments;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeoutFaultsTest {

  private static final String TIMEOUT = "/machineDefinition/states/0/timeout";
  private static final String RULE =
      "must be an ISO-8601 duration of days, hours, minutes and seconds, above zero and at most P36500D, such as PT30M";

  @Test
  void timeoutThatIsAStringIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(TIMEOUT, "\"PT1S\"");

    assertRefused(flow, TIMEOUT, "must be an object, not a string");
  }

  @Test
  void timeoutWithoutAfterIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(TIMEOUT, "{\"event\": \"paid\"}");

    assertRefused(flow, TIMEOUT, "needs the member \"after\"");
  }

  @Test
  void timeoutWithoutEventIsAFault() {
    FlowDocuments flow = FlowDocuments.small().with(TIMEOUT, "{\"after\": \"PT1S\"}");

    assertRefused(flow, TIMEOUT, "needs the member \"event\"");
  }

  @Test
  void timeoutInAnotherNotationIsAFault() {
    assertRefused(after("30s"), TIMEOUT + "/after", RULE);
  }

  @Test
  void timeoutOfNoTimeIsAFault() {
    assertRefused(after("PT0.0S"), TIMEOUT + "/after", RULE);
  }

  @Test
  void negativeTimeoutIsAFault() {
    assertRefused(after("PT-1S"), TIMEOUT + "/after", RULE);
  }

  @Test
  void timeoutOfMonthsIsAFault() {
    assertRefused(after("P1M"), TIMEOUT + "/after", RULE);
  }

  @Test
  void timeoutWithNothingBehindTheTIsAFault() {
    assertRefused(after("P1DT"), TIMEOUT + "/after", RULE);
  }

  @Test
  void timeoutOfMoreThanAHundredYearsIsAFault() {
    assertRefusedDespiteSchema(after("P36501D"), TIMEOUT + "/after", RULE);
  }

  @Test
  void timeoutBeyondAllNumbersIsAFault() {
    assertRefusedDespiteSchema(after("P99999999999999999999D"), TIMEOUT + "/after", RULE);
  }

  @Test
  void timeoutOfAHundredYearsIsAccepted() {
    accepted(after("P36500D"));
  }

  @Test
  void timeoutMayHaveAllParts() {
    MachineDefinition.State state = accepted(after("P1DT2H3M4.5S")).machine().states().get(0);

    assertThat(state.timeout().orElseThrow().after()).isEqualTo(Duration.parse("PT26H3M4.5S"));
  }

  private static FlowDocuments after(String duration) {
    return FlowDocuments.small()
        .with(TIMEOUT, "{\"after\": \"" + duration + "\", \"event\": \"paid\"}");
  }
}
