// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.testing.MapConfig;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private final Map<String, String> values = new HashMap<>();

  @BeforeEach
  void readDefaults() throws IOException {
    var defaults = new Properties();
    try (InputStream file =
        getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
      defaults.load(file);
    }
    defaults.forEach((key, value) -> values.put((String) key, (String) value));
  }

  private Settings read(List<String> faults) {
    var checked = new CheckedSettings(new MapConfig(values));
    Settings settings = Settings.read(checked);
    faults.addAll(checked.faults());
    return settings;
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>();
    read(faults);
    return faults;
  }

  @Test
  void defaultsAreSound() {
    assertThat(faults()).isEmpty();
    Settings settings = read(new ArrayList<>());
    assertThat(settings.configurationsFilePath()).isEmpty();
    assertThat(settings.flowsDirectory()).isEmpty();
    assertThat(settings.sagaIdPrefix()).isEmpty();
    assertThat(settings.lanes().count())
        .isEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    assertThat(settings.bodies().maxBytes()).isEqualTo(1024 * 1024);
    assertThat(settings.fastPath()).isTrue();
    assertThat(settings.relay().lease()).isEqualTo(Duration.ofSeconds(15));
  }

  @ParameterizedTest
  @CsvSource({
    "flow-manager.lanes.count,0,a whole number from 1 to 1024",
    "flow-manager.lanes.count,many,a whole number from 1 to 1024",
    "flow-manager.lanes.capacity,-1,a whole number from 1 to 1000000",
    "flow-manager.lanes.max-batch,1001,a whole number from 1 to 1000",
    "flow-manager.watchdog,PT0.5S,an ISO-8601 duration from PT1S to PT24H",
    "flow-manager.lanes.retry-for,PT1M1S,an ISO-8601 duration from PT0S to PT1M",
    "flow-manager.saga-cache.max-bytes,-1,a whole number from 0 to 2000000000",
    "flow-manager.lanes.max-batch,,a whole number from 1 to 1000",
    "flow-manager.lanes.max-batch,٣,a whole number from 1 to 1000",
    "flow-manager.lanes.capacity,9999999999999999999999,a whole number from 1 to 1000000",
    "flow-manager.relay.lease,PT٣S,an ISO-8601 duration",
    "flow-manager.relay.lease,P9999999999999999D,an ISO-8601 duration",
    "flow-manager.relay.lease,PT9999999999999999999S,an ISO-8601 duration",
    "flow-manager.body.max-bytes,1.5,a whole number from 1 to 1000000000",
    "flow-manager.body.max-depth,501,a whole number from 1 to 500",
    "flow-manager.fast-path.enabled,no,true or false",
    "flow-manager.persistency.enabled,no,true or false",
    "flow-manager.readers.threads,99999999999,a whole number from 1 to 1000",
    "flow-manager.readers.waiting,-1,a whole number from 0 to 1000000",
    "flow-manager.payloads.processor-time,PT0S,an ISO-8601 duration from PT0.001S to PT1M",
    "flow-manager.payloads.processor-time,PT2M,an ISO-8601 duration from PT0.001S to PT1M",
    "flow-manager.relay.lease,15,an ISO-8601 duration from PT0.001S to PT24H",
    "flow-manager.relay.send-timeout,PT0S,an ISO-8601 duration",
    "flow-manager.relay.first-retry,P2D,an ISO-8601 duration",
    "flow-manager.relay.max-retry,-PT1S,an ISO-8601 duration",
    "flow-manager.relay.capacity,0,a whole number",
    "flow-manager.relay.max-in-flight,0,a whole number",
    "flow-manager.relay.poll-interval,PT0.001S,from PT0.01S to PT24H",
    "flow-manager.stores.timeout,PT2M,an ISO-8601 duration from PT0.001S to PT1M",
    "flow-manager.stores.retries,11,a whole number from 0 to 10",
    "flow-manager.stores.breaker.failures,0,a whole number from 1 to 1000000",
    "flow-manager.stores.breaker.open-for,5,an ISO-8601 duration from PT0.001S to PT24H",
    "flow-manager.stop.patience,soon,an ISO-8601 duration",
    "flow-manager.database.wait,PT-1S,from PT0S to PT24H",
    "flow-manager.database.wait,PT24H1S,from PT0S to PT24H",
    "flow-manager.database.allow-volatile,perhaps,true or false",
    "SAGA_ID_PREFIX,a b,at most 64 letters"
  })
  void wrongSettingIsNamedWithItsValueAndItsRule(String key, String value, String rule) {
    values.put(key, value == null ? "" : value);

    assertThat(faults())
        .singleElement()
        .asString()
        .startsWith("The setting " + key + " is \"" + values.get(key) + "\": it ")
        .contains(rule)
        .endsWith(".");
  }

  @Test
  void readAndWriteOfAStoreEndInHalfAMinuteWithAllTheirAttempts() {
    Duration longest = read(new ArrayList<>()).stores().longestCall();

    assertThat(longest.multipliedBy(2)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void allWrongSettingsAreToldAtOnce() {
    values.put("flow-manager.lanes.count", "none");
    values.put("flow-manager.relay.max-retry", "never");
    values.put("SAGA_ID_PREFIX", "x".repeat(65));

    assertThat(faults()).hasSize(3);
  }

  @Test
  void leaseMustOutlastASend() {
    values.put("flow-manager.relay.lease", "PT10S");

    assertThat(faults())
        .containsExactly(
            "The setting flow-manager.relay.lease is \"PT10S\":"
                + " it must be longer than flow-manager.relay.send-timeout.");
  }

  @Test
  void blankSettingCountsAsNotSetAndBlanksAroundItAreDropped() {
    values.put("FLOWS_DIRECTORY", "  ");
    values.put("CONFIGURATIONS_FILE_PATH", " /flows/order.json ");

    Settings settings = read(new ArrayList<>());

    assertThat(settings.flowsDirectory()).isEmpty();
    assertThat(settings.configurationsFilePath()).contains("/flows/order.json");
  }
}
