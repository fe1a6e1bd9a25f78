// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.bootstrap.routing.RouterSettings.Plan;
import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.router.domain.Address;
import io.flowmanager.router.domain.ArrayMergeMode;
import io.flowmanager.testing.MapConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterSettingsReaderTest {

  private static final String RULES =
      """
      [{"id": "a", "info": {"flowManagerUrl": "flow:known", "crudServiceUrl": "http://crud/a"}, "rules": {}}]
      """;

  @TempDir private Path folder;
  private final Map<String, String> settings = new HashMap<>();
  private List<String> faults = List.of();

  @BeforeEach
  void sound() throws IOException {
    var defaults = new Properties();
    try (InputStream file =
        getClass().getResourceAsStream("/META-INF/microprofile-config.properties")) {
      defaults.load(file);
    }
    defaults.forEach((key, value) -> settings.put(key.toString(), value.toString()));
    settings.put("SUB_FLOW_CONFIGURATION_FILE_PATH", rules(RULES));
    settings.put("MAIN_FLOW_MANAGER_URL", "http://user:pass@main:8080/fm");
    settings.put("MAIN_SAGA_CRUD_URL", "flow:known");
    settings.put("MAIN_FLOW_ID_KEY", "mainSagaId");
    settings.put("SUB_FLOW_ID_KEY", "subSagaId");
    settings.put("MAIN_FLOW_DATA_KEY", "forMain");
    settings.put("SUB_FLOW_CREATED_EVENT", "subFlowCreated");
  }

  private String rules(String text) throws IOException {
    return Files.writeString(folder.resolve("rules.json"), text).toString();
  }

  private RouterSettings read() {
    var checked = new CheckedSettings(new MapConfig(settings));
    RouterSettings read =
        new RouterSettingsReader(checked, "known"::equals, new SecretFiles()).read();
    faults = checked.faults();
    return read;
  }

  @Test
  void soundSettingsAreReadWithTheirDefaults() {
    RouterSettings read = read();

    assertThat(faults).isEmpty();
    Plan plan = read.plan().orElseThrow();
    assertThat(plan.mainFlow()).hasToString("http://main:8080/fm");
    assertThat(plan.mainSagas()).isEqualTo(new Address.Hosted("known"));
    assertThat(plan.externalService()).isEmpty();
    assertThat(plan.arrays()).isEqualTo(ArrayMergeMode.ALL_NEW);
    assertThat(plan.words().mainFlowDataKey()).isEqualTo("forMain");
    assertThat(read.rules().rules()).hasSize(1);
    assertThat(read.patience().retries()).isEqualTo(3);
    assertThat(read.patience().delay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(read.calls().lease()).isEqualTo(read.patience().longestCall().multipliedBy(4));
  }

  @Test
  void withoutARulesFileThereIsNoRouterAndNothingIsMissing() {
    settings.keySet().removeIf(key -> key.startsWith("MAIN_") || key.startsWith("SUB_"));
    settings.put("MODE", "of another program");
    settings.put("MAX_RETRIES", "many");

    assertThat(read().plan()).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void everyFaultIsToldAtOnceAndNoSecretIs() throws IOException {
    settings.put("SUB_FLOW_CONFIGURATION_FILE_PATH", rules("[{\"id\": 7}]"));
    settings.put("MAIN_FLOW_MANAGER_URL", "ftp://user:s3cret@main");
    settings.put("MAIN_SAGA_CRUD_URL", "flow:unknown");
    settings.put("EXTERNAL_SERVICE_URL", "flow:known");
    settings.put("MAIN_FLOW_ID_KEY", " ");
    settings.remove("SUB_FLOW_ID_KEY");
    settings.remove("MAIN_FLOW_DATA_KEY");
    settings.remove("SUB_FLOW_CREATED_EVENT");
    settings.put("ARRAY_MERGE_MODE", "sha");
    settings.put("MODE", "AMQP");
    settings.put("MAX_RETRIES", "-1");
    settings.put("RETRIES_DELAY_MS", "soon");
    settings.put("flow-manager.router.timeout", "10");

    read();

    assertThat(faults).hasSize(15);
    assertThat(String.join("\n", faults))
        .contains("rules.json /0/id", "rules.json /0: needs the member \"info\"")
        .contains("MAIN_FLOW_MANAGER_URL", "MAIN_SAGA_CRUD_URL", "EXTERNAL_SERVICE_URL")
        .contains("MAIN_FLOW_ID_KEY", "SUB_FLOW_ID_KEY", "MAIN_FLOW_DATA_KEY")
        .contains("SUB_FLOW_CREATED_EVENT", "ARRAY_MERGE_MODE", "MODE")
        .contains("MAX_RETRIES", "RETRIES_DELAY_MS", "flow-manager.router.timeout")
        .doesNotContain("s3cret");
  }

  @Test
  void kafkaNeedsItsFile() {
    settings.put("MODE", "KAFKA");

    read();

    assertThat(faults).singleElement().asString().contains("KAFKA_CONFIGURATION_FILE_PATH");
  }

  @Test
  void moreThanHalfAMinuteOfRetriesIsAFault() {
    settings.put("MAX_RETRIES", "30");
    read();
    assertThat(faults).isEmpty();

    settings.put("MAX_RETRIES", "31");
    read();

    assertThat(faults).singleElement().asString().contains("31 s", "31 × 1000 ms");
  }

  @Test
  void keysThatStandTwiceInTheRulesAreFaults() throws IOException {
    String twice = RULES.replaceFirst("\"rules\"", "\"rules\": {}, \"rules\"");
    String file = rules("\uFEFF" + twice);

    read();

    assertThat(faults)
        .containsExactly(
            file + " /0/rules: occurs more than once in its object; only one can count");
  }

  @Test
  void aRulesFileThatIsNotThereIsAFault() {
    settings.put("SUB_FLOW_CONFIGURATION_FILE_PATH", folder.resolve("none.json").toString());

    read();

    assertThat(faults).singleElement().asString().contains("none.json", "cannot be read");
  }

  @Test
  void aRulesFileThatIsNoJsonIsAFault() throws IOException {
    rules("[{]");

    read();

    assertThat(faults).singleElement().asString().contains("rules.json", "line 1");
  }
}
