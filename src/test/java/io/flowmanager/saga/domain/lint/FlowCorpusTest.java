// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.FlowSchema;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlowCorpusTest {

  private static final FlowLinter LINTER = new FlowLinter();

  private record Expected(String code, String severity, String pointer, List<String> path) {

    static Expected of(JsonObject written) {
      JsonArray path = written.getJsonArray("path");
      return new Expected(
          written.getString("code"),
          written.getString("severity"),
          written.getString("pointer"),
          path.getValuesAs(JsonString::getString));
    }
  }

  static List<FlowCorpus> sound() throws IOException {
    return FlowCorpus.sound();
  }

  static List<FlowCorpus> broken() throws IOException {
    return FlowCorpus.broken();
  }

  @ParameterizedTest
  @MethodSource("sound")
  void soundFlowHasNoFindings(FlowCorpus flow) {
    assertThat(LINTER.lint(flow.document()).findings()).isEmpty();
    assertThat(FlowSchema.violationsOf(flow.document())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenFlowHasExactlyItsFindings(FlowCorpus flow) {
    List<Expected> expected =
        flow.document().getJsonArray("x-expected").getValuesAs(JsonObject.class).stream()
            .map(Expected::of)
            .toList();

    JsonObject report = LINTER.lint(flow.document()).toJson(JsonText.builders());

    assertThat(report.getJsonArray("findings").getValuesAs(JsonObject.class))
        .extracting(Expected::of)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void corpusIsAsLargeAsPromisedAndHasEveryCode() throws IOException {
    List<String> found =
        broken().stream()
            .flatMap(flow -> LINTER.lint(flow.document()).findings().stream())
            .map(finding -> finding.code().code())
            .toList();

    assertThat(broken()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(sound()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(found)
        .containsAll(Arrays.stream(FindingCode.values()).map(FindingCode::code).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "order-jms", "order-kafka"})
  void exampleOfTheOrderHasNoFindings(String folder) throws IOException {
    JsonObject order = FlowCorpus.read(Path.of("examples", folder, "order.json"));

    assertThat(LINTER.lint(order).findings()).isEmpty();
    assertThat(FlowSchema.violationsOf(order)).isEmpty();
  }

  @Test
  void schemaOffersEveryCodeThatCanBeIgnored() {
    JsonArray offered =
        FlowDocuments.of(FlowSchema.text())
            .json()
            .getValue("/$defs/lint/properties/ignore/items/examples")
            .asJsonArray();

    assertThat(offered.getValuesAs(JsonString::getString))
        .containsExactlyElementsOf(
            Arrays.stream(FindingCode.values())
                .filter(code -> code != FindingCode.FORMAT)
                .map(FindingCode::code)
                .toList());
  }
}
