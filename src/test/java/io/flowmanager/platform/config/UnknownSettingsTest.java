// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.Spelling;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSettingsTest {

  private static final UnknownSettings SETTINGS =
      new UnknownSettings(List.of("flow-manager.lanes.count", "flow-manager.relay.lease", "MODE"));

  private static List<String> phrases(String... names) {
    return SETTINGS.phrases(List.of(names), Spelling::nearest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flow-manager.lanes.count",
        "FLOW_MANAGER_LANES_COUNT",
        "PATH",
        "mp.openapi.scan.packages",
        "FLOW_MANAGER_SERVICE_HOST",
        "FLOW_MANAGER_SERVICE_PORT",
        "FLOW_MANAGER_SERVICE_PORT_HTTP",
        "FLOW_MANAGER_PORT",
        "FLOW_MANAGER_PORT_8080_TCP_ADDR"
      })
  void whatIsReadOrIsNotOursIsNotNamed(String name) {
    assertThat(phrases(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "flow-manager.lane.count, flow-manager.lanes.count",
    "flow-manager.lanes.Count, flow-manager.lanes.count",
    "flow-manager.relay-lease, flow-manager.relay.lease",
    "FLOW_MANAGER_LANE_COUNT, FLOW_MANAGER_LANES_COUNT",
    "FLOW_MANAGER_LANES_COUNTS, FLOW_MANAGER_LANES_COUNT"
  })
  void aSlipIsNamedWithTheNearestKeyInItsOwnSpelling(String slip, String meant) {
    assertThat(phrases(slip)).containsExactly(slip + " (did you mean " + meant + "?)");
  }

  @Test
  void whatIsNearToNothingIsNamedAlone() {
    assertThat(phrases("flow-manager.colour", "FLOW_MANAGER_X"))
        .containsExactly("FLOW_MANAGER_X", "flow-manager.colour");
  }
}
