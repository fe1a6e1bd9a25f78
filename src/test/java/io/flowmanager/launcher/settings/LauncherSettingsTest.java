// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.launcher.ShutdownLimit;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherSettingsTest {

  @Test
  void theDefaultsAreThoseOfTheApplication() throws IOException {
    LauncherSettings settings = settings(Map.of());

    assertThat(HttpLimits.read(settings))
        .isEqualTo(new HttpLimits(4096, Duration.ofSeconds(30), 1_048_576));
    assertThat(ShutdownLimit.read(settings))
        .as("a little later than the application's own patience")
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aSystemPropertyAndTheEnvironmentsSpellingCount() throws IOException {
    HttpLimits limits =
        HttpLimits.read(
            settings(
                Map.of(
                    "flow-manager.http.max-connections", "20",
                    "FLOW_MANAGER_HTTP_MAX_CONNECTIONS", "30",
                    "FLOW_MANAGER_HTTP_REQUEST_TIMEOUT", " PT5S ",
                    "FLOW_MANAGER_BODY_MAX_BYTES", "")));

    assertThat(limits).isEqualTo(new HttpLimits(20, Duration.ofSeconds(5), 1_048_576));
  }

  @ParameterizedTest
  @CsvSource({
    "FLOW_MANAGER_HTTP_MAX_CONNECTIONS,9",
    "FLOW_MANAGER_HTTP_MAX_CONNECTIONS,1000001",
    "FLOW_MANAGER_HTTP_MAX_CONNECTIONS,many",
    "FLOW_MANAGER_HTTP_REQUEST_TIMEOUT,PT0.9S",
    "FLOW_MANAGER_HTTP_REQUEST_TIMEOUT,PT10M1S",
    "FLOW_MANAGER_HTTP_REQUEST_TIMEOUT,30"
  })
  void aValueOutOfBoundsIsNamed(String name, String value) throws IOException {
    LauncherSettings settings = settings(Map.of(name, value));

    assertThatThrownBy(() -> HttpLimits.read(settings))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining(name.contains("MAX") ? "max-connections" : "request-timeout")
        .hasMessageContaining("'" + value + "'");
  }

  private static LauncherSettings settings(Map<String, String> given) throws IOException {
    var defaults = new Properties();
    try (InputStream stream =
        LauncherSettingsTest.class.getResourceAsStream(
            "/META-INF/microprofile-config.properties")) {
      defaults.load(stream);
    }
    return new LauncherSettings(given::get, defaults);
  }
}
