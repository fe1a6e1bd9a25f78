// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.LayeredConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedSettingsTest {

  private static final String KEY = "flow-manager.lanes.count";
  private static final String VARIABLE = "FLOW_MANAGER_LANES_COUNT";
  private static final LayeredConfig DEFAULTS = LayeredConfig.of(100, Map.of(KEY, "auto"));

  @Test
  void theNameOfTheEnvironmentCountsFromEverySource() {
    var settings = new CheckedSettings(DEFAULTS.and(110, Map.of(VARIABLE, "3")));

    assertThat(settings.text(KEY)).hasValue("3");
  }

  @Test
  void theStrongerSourceWinsWhicheverNameItUses() {
    var byKey = DEFAULTS.and(300, Map.of(VARIABLE, "3")).and(400, Map.of(KEY, "4"));
    var byVariable = DEFAULTS.and(300, Map.of(KEY, "3")).and(400, Map.of(VARIABLE, "4"));

    assertThat(new CheckedSettings(byKey).text(KEY)).hasValue("4");
    assertThat(new CheckedSettings(byVariable).text(KEY)).hasValue("4");
  }

  @Test
  void ofTwoNamesInOneSourceTheKeyWins() {
    var both = DEFAULTS.and(400, Map.of(KEY, "4", VARIABLE, "3"));

    assertThat(new CheckedSettings(both).text(KEY)).hasValue("4");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "false, false", "' False ', false"})
  void aFlagIsTrueOrFalseInAnyCase(String text, boolean meant) {
    var settings = new CheckedSettings(LayeredConfig.of(100, Map.of("f", text)));

    assertThat(settings.flag("f")).isEqualTo(meant);
    assertThat(settings.faults()).isEmpty();
  }

  @Test
  void aFlagThatIsNeitherIsAFault() {
    var settings = new CheckedSettings(LayeredConfig.of(100, Map.of("f", "yes")));

    assertThat(settings.flag("f")).isFalse();
    assertThat(settings.faults())
        .containsExactly("The setting f is \"yes\": it must be true or false.");
  }
}
