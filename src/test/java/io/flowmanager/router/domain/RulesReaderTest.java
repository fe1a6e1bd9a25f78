// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesReaderTest {

  private static final String INFO =
      "{\"flowManagerUrl\": \"flow:known\", \"crudServiceUrl\": \"http://crud/sagas\"}";

  private static RulesReading read(String file) {
    return new RulesReader("known"::equals).read(JsonText.parse(file));
  }

  private static String rule(String id, String rules) {
    return "{\"id\": \"%s\", \"info\": %s, \"rules\": %s}".formatted(id, INFO, rules);
  }

  @Test
  void aSoundFileHasRulesAndNoFindings() {
    RulesReading reading = read("[" + rule("a", "{\"x\": 1}") + "," + rule("b", "{}") + "]");

    assertThat(reading.findings()).isEmpty();
    assertThat(reading.rules().rules()).extracting(Rule::id).containsExactly("a", "b");
    assertThat(reading.rules().rules().get(0).sagas()).hasToString("http://crud/sagas");
  }

  @Test
  void everyFaultIsFoundWithItsPlace() {
    RulesReading reading =
        read(
            """
            [
              {"id": "a", "info": {"flowManagerUrl": "flow:unknown", "crudServiceUrl": "mailto:me"}, "rules": {}},
              {"id": "a", "info": [], "rules": 1},
              {"id": " ", "info": {"flowManagerUrl": 7}},
              "rule"
            ]
            """);

    assertThat(reading.errors())
        .extracting(RulesFinding::pointer)
        .containsExactly(
            "/0/info/flowManagerUrl",
            "/0/info/crudServiceUrl",
            "/1/id",
            "/1/info",
            "/1/rules",
            "/2/id",
            "/2/info/flowManagerUrl",
            "/2/info",
            "/2",
            "/3");
  }

  @Test
  void aFaultyAddressIsNotRepeated() {
    RulesReading reading =
        read(
            "[{\"id\": \"a\", \"rules\": {}, \"info\": {\"flowManagerUrl\": \"http://u:secret@\","
                + " \"crudServiceUrl\": \"flow:known\"}}]");

    assertThat(reading.errors())
        .singleElement()
        .asString()
        .contains("/0/info/flowManagerUrl", "http or https URL")
        .doesNotContain("secret");
  }

  @Test
  void aRuleThatAnEarlierOneShadowsIsWarnedOf() {
    RulesReading reading =
        read(
            "["
                + rule("wide", "{\"a\": {\"b\": 1}}")
                + ","
                + rule("narrow", "{\"a\": {\"b\": 1, \"c\": 2}, \"d\": 3}")
                + ","
                + rule("default", "{}")
                + "]");

    assertThat(reading.errors()).isEmpty();
    assertThat(reading.warnings())
        .singleElement()
        .asString()
        .startsWith("/1: is never chosen: /0 (\"wide\")");
  }

  @Test
  void aMissingDefaultIsWarnedOf() {
    assertThat(read("[" + rule("a", "{\"x\": 1}") + "]").warnings())
        .singleElement()
        .asString()
        .startsWith("(document): has no rule that matches everything");
  }

  @Test
  void unknownKeysAreWarnedOfAndCommentsAreNot() {
    String file =
        "[{\"id\": \"a\", \"rules\": {}, \"note\": 1, \"_note\": 1, \"$comment\": 1, \"info\": "
            + INFO.replace("}", ", \"timeout\": 1}")
            + "}]";

    assertThat(read(file).warnings())
        .extracting(RulesFinding::pointer)
        .containsExactly("/0/note", "/0/info/timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "1", "null", "\"x\""})
  void aDocumentThatIsNoListIsAFault(String document) {
    assertThat(read(document).errors())
        .singleElement()
        .hasToString("(document): must be a list of rules");
  }

  @Test
  void theIdMainIsTaken() {
    assertThat(read("[" + rule("main", "{}") + "]").errors())
        .singleElement()
        .asString()
        .contains("mainSaga");
  }
}
