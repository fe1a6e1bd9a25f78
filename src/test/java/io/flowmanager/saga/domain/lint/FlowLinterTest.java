// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.testing.FlowDocuments;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlowLinterTest {

  private static final FlowLinter LINTER = new FlowLinter();

  static List<FlowCorpus> soundInForm() throws IOException {
    return FlowCorpus.broken().stream()
        .filter(flow -> !codes(flow).contains(FindingCode.FORMAT))
        .toList();
  }

  private static List<FindingCode> codes(FlowCorpus flow) {
    return LINTER.lint(flow.document()).findings().stream().map(Finding::code).toList();
  }

  @Test
  void documentThatIsNoObjectIsAFaultOfForm() {
    assertThat(LINTER.lint(JsonValue.EMPTY_JSON_ARRAY).findings())
        .containsExactly(new Finding(FindingCode.FORMAT, "", "must be an object", List.of()));
  }

  @ParameterizedTest
  @MethodSource("soundInForm")
  void everyFindingOfASoundFormCanBeSilenced(FlowCorpus flow) {
    for (FindingCode code : codes(flow)) {
      FlowDocuments silenced = silence(new FlowDocuments(flow.document()), code);

      assertThat(LINTER.lint(silenced.json()).findings())
          .extracting(Finding::code)
          .doesNotContain(code);
    }
  }

  @Test
  void faultsOfFormCannotBeSilenced() {
    FlowDocuments flow =
        silence(FlowDocuments.small().without("/machineDefinition"), FindingCode.FORMAT);

    assertThat(LINTER.lint(flow.json()).errors()).isEqualTo(1);
  }

  private static FlowDocuments silence(FlowDocuments flow, FindingCode code) {
    FlowDocuments withSettings =
        flow.json().containsKey("settings") ? flow : flow.with("/settings", "{}");
    FlowDocuments withLint =
        withSettings.json().getJsonObject("settings").containsKey("lint")
            ? withSettings
            : withSettings.with("/settings/lint", "{}");
    return withLint.with("/settings/lint/ignore", "[\"" + code.code() + "\"]");
  }

  @Test
  void reportCountsErrorsAndWarnings() {
    LintReport report =
        new LintReport(
            List.of(
                new Finding(FindingCode.DEAD_END, "/a", "a", List.of("one", "two")),
                new Finding(FindingCode.LIKELY_TYPO, "/b", "b", List.of()),
                new Finding(FindingCode.UNKNOWN_KEY, "/c", "c", List.of())));

    assertThat(JsonText.write(report.toJson(JsonText.builders())))
        .contains("\"errors\":1,\"warnings\":2")
        .contains(
            "{\"code\":\"dead-end\",\"severity\":\"error\",\"pointer\":\"/a\",\"message\":\"a\","
                + "\"path\":[\"one\",\"two\"]}");
  }

  @Test
  void messagesAreSentences() throws IOException {
    List<String> messages =
        FlowCorpus.broken().stream()
            .flatMap(flow -> LINTER.lint(flow.document()).findings().stream())
            .filter(finding -> finding.code().compareTo(FindingCode.UNKNOWN_LINT_CODE) >= 0)
            .map(Finding::message)
            .toList();

    assertThat(messages).allMatch(message -> message.matches("[A-Z\"][^\\n]*[.?]"));
  }

  @Test
  void chainOfFiveThousandStatesIsJudgedInTwoSecondsOfTheProcessor() {
    assertQuick(machine(i -> "s" + (i + 1)));
  }

  @Test
  void ringOfFiveThousandStatesIsJudgedInTwoSecondsOfTheProcessor() {
    assertQuick(machine(i -> "s" + (i + 1) % 5000));
  }

  @Test
  void fiveThousandWaysIntoADeadEndAreJudgedInTwoSecondsOfTheProcessor() {
    assertQuick(machine(i -> "nowhere"));
  }

  @Test
  void fiveThousandLoopsAreJudgedInTwoSecondsOfTheProcessor() {
    assertQuick(machine(i -> "s" + i));
  }

  @Test
  void fiveThousandWaysOutOfOneStateAreJudgedInTwoSecondsOfTheProcessor() {
    String hub =
        IntStream.range(0, 5000)
            .mapToObj(
                i -> "{\"inputEvent\": \"e" + i + "\", \"targetState\": \"s" + (i + 1) + "\"}")
            .collect(Collectors.joining(","));
    assertQuick(
        machine(i -> "s5000")
            .with("/machineDefinition/states/0/outgoingTransitions", "[" + hub + "]"));
  }

  private static void assertQuick(FlowDocuments flow) {
    LINTER.lint(flow.json());
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();

    LintReport report = LINTER.lint(flow.json());

    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(2));
    assertThat(report.findings()).isNotEmpty();
  }

  /** States in a row, each with a label of many letters of its own; the last one is final. */
  private static FlowDocuments machine(IntFunction<String> target) {
    String states =
        IntStream.range(0, 5000)
            .mapToObj(i -> state(i, target.apply(i)))
            .collect(Collectors.joining(","));
    return FlowDocuments.small()
        .with("/machineDefinition/initialState", "\"s0\"")
        .with(
            "/machineDefinition/states",
            "["
                + states
                + ", {\"id\": \"s5000\", \"isFinal\": true, \"businessStateId\": 1},"
                + "{\"id\": \"nowhere\", \"isFinal\": false, \"businessStateId\": 1}]");
  }

  private static String state(int number, String target) {
    return """
    {"id": "s%d", "isFinal": false, "businessStateId": 1,
     "outputCommand": {"channel": "payments", "label": "prepare%s"},
     "outgoingTransitions": [{"inputEvent": "prepared%s", "targetState": "%s"}]}
    """
        .formatted(number, letters(number), letters(number), target);
  }

  private static String letters(int number) {
    return Integer.toString(number, 10)
        .chars()
        .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
        .collect(Collectors.joining());
  }

  @Test
  void labelsFromTheFileStayInOneLine() {
    Finding finding = new Finding(FindingCode.DEAD_END, "/a", "Lost.", List.of("a\nb"));

    assertThat(finding).hasToString("dead-end at /a: Lost. Events that lead there: \"a\uFFFDb\".");
  }

  @Test
  void wayOfManyEventsIsCutForPeople() {
    List<String> path = IntStream.range(0, 60).mapToObj(i -> "e" + i).toList();

    assertThat(new Finding(FindingCode.DEAD_END, "/a", "Lost.", path).events())
        .endsWith("\"e49\" and 10 more");
  }

  @Test
  void lookalikesThatFollowASchemeAreNoTypos() {
    String states =
        "abcdefgh"
            .chars()
            .mapToObj(
                letter ->
                    """
                    {"id": "s%1$c", "isFinal": false, "businessStateId": 1,
                     "outgoingTransitions": [{"inputEvent": "orderOfKind%1$cTaken", "targetState": "s%1$c"}]}
                    """
                        .formatted(letter))
            .collect(Collectors.joining(","));
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/initialState", "\"sa\"")
            .with("/machineDefinition/states", "[" + states + "]");

    assertThat(LINTER.lint(flow.json()).findings())
        .extracting(Finding::code)
        .doesNotContain(FindingCode.LIKELY_TYPO);
  }

  @ParameterizedTest
  @EnumSource(FindingCode.class)
  void everyCodeStandsInTheReference(FindingCode code) throws IOException {
    String reference = Files.readString(Path.of("docs/reference/linter.md"));

    assertThat(reference)
        .contains("\n### " + code.code() + "\n")
        .contains("| " + code.severity().text() + " | " + code.description() + " |");
    assertThat(FindingCode.of(code.code())).contains(code);
  }
}
