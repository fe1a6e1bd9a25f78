// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.bootstrap.config.LintMode;
import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.FlowSchema;
import io.flowmanager.testing.MapConfig;
import io.flowmanager.testing.kafka.TestCertificates;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Complete flow files in the contract's own terms, in {@code src/test/resources/flows/contract}.
 * Each says in {@code x-faults} what is wrong with it, if anything is; {@code SECRETS} in them is a
 * folder of secrets.
 */
class ContractFlowsTest {

  private static final Path FLOWS = Path.of("src", "test", "resources", "flows", "contract");

  @TempDir private Path folder;

  static List<String> flows() throws IOException {
    try (Stream<Path> files = Files.list(FLOWS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void completeFlowLoadsOrHasExactlyItsFaults(String name) throws IOException {
    String text = Files.readString(FLOWS.resolve(name)).replace("SECRETS", secrets().toString());
    JsonObject flow = JsonText.parse(text).asJsonObject();
    JsonArray expected = flow.getOrDefault("x-faults", JsonValue.EMPTY_JSON_ARRAY).asJsonArray();

    assertThat(faultsOf(Files.writeString(folder.resolve(name), text)))
        .containsExactlyElementsOf(expected.getValuesAs(JsonString::getString));
    if (expected.isEmpty()) {
      assertThat(FlowSchema.violationsOf(flow)).isEmpty();
    }
  }

  private Path secrets() throws IOException {
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    var certificates = TestCertificates.ofTheRun();
    Map<String, String> texts =
        Map.of(
            "brokers", "kafka-1.example:9092,kafka-2.example:9092",
            "ca.pem", certificates.authority(),
            "key.pem", certificates.client().key(),
            "cert.pem", certificates.client().certificate(),
            "passphrase", "of a key that needs none",
            "username", "order-flow",
            "password", "changeit",
            "token", "Bearer abc",
            "mongo", "mongodb://sagas.example/flows");
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(secrets.resolve(text.getKey()), text.getValue() + "\n");
    }
    return secrets;
  }

  /** Without those that are no fault of the file. */
  private List<String> faultsOf(Path file) {
    var faults = new CheckedSettings(new MapConfig(Map.of()));
    var loader =
        new FlowLoader(faults, new LintGate(faults, LintMode.OFF), TryCompilers.factory(""));
    loader.load(file, new FlowName("flow"));
    return faults.faults().stream()
        .filter(fault -> !fault.contains("not available yet"))
        .map(fault -> fault.replace(file + " ", ""))
        .toList();
  }
}
