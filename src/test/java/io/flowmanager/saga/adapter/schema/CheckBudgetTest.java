// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.concurrent.ProcessorTime;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.PayloadCheck;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Refusal.Violation;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a payload holds, its check comes to an end, and soon. */
@Timeout(60)
class CheckBudgetTest {

  private static final String DRAFT_2020 =
      "\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"";

  /** Some times the budget: the clock is looked at now and then, and a first check is slow. */
  private static final Duration SOON = Duration.ofSeconds(3);

  @ParameterizedTest
  @ValueSource(ints = {10, 5_000, 500_000})
  void alternativesInAStarTakeTextsOfAnyLength(int length) {
    PayloadCheck check = TrySchemas.compile("{\"pattern\":\"^([a-z]|[0-9]|-)*$\"}");

    assertThat(check.check(JsonText.parse(text("a", length)))).isEmpty();
    assertThat(check.check(JsonText.parse(text("a", length, "!"))))
        .extracting(Violation::message)
        .containsExactly("does not match the regex pattern ^([a-z]|[0-9]|-)*$");
  }

  static Stream<Arguments> dear() {
    return Stream.of(
        Arguments.of("pattern", "{\"pattern\":\"^(a+)+\\\\1$\"}", text("a", 60, "!")),
        Arguments.of("pattern", "{\"pattern\":\"^(?=(a|a)*$)x\"}", text("a", 60, "!")),
        Arguments.of("pattern", "{\"pattern\":\"(a{1,90}){1,100}$\"}", text("a", 900_000, "!")),
        Arguments.of("\\$ref", "{\"$ref\":\"#\"}", "1"),
        Arguments.of("anyOf", "{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}", "1"),
        Arguments.of(
            "(anyOf|items|not|\\$ref)",
            "{\"anyOf\":[{\"items\":{\"$ref\":\"#\"}},{\"items\":{\"$ref\":\"#\"}}],\"not\":{\"type\":\"null\"}}",
            "[".repeat(60) + "null" + "]".repeat(60)));
  }

  @ParameterizedTest
  @MethodSource("dear")
  void aDearCheckIsStoppedAndNamesTheKeyword(String keyword, String schema, String payload) {
    PayloadCheck check = TrySchemas.compile(schema);

    List<Violation> violations = soon(check, payload);

    assertThat(violations).hasSize(1);
    assertThat(violations.get(0).message())
        .matches("The check was stopped at \"" + keyword + "\": .*");
  }

  static Stream<Arguments> wide() {
    String numbers = array(150_000, String::valueOf);
    String colliding = array(50_000, i -> String.valueOf((long) i << 32 | i));
    String objects = array(50_000, i -> "{\"a\":" + i + "}");
    String members = object(80_000, i -> "k" + i);
    return Stream.of(
        Arguments.of("{\"uniqueItems\":true}", numbers),
        Arguments.of("{\"uniqueItems\":true}", colliding),
        Arguments.of("{\"uniqueItems\":true}", objects),
        Arguments.of("{\"items\":{\"multipleOf\":0.01}}", array(1000, i -> i + "e900")),
        Arguments.of("{\"items\":{\"type\":\"integer\",\"minimum\":0}}", numbers),
        Arguments.of("{\"contains\":{\"const\":-1}}", numbers),
        Arguments.of("{" + DRAFT_2020 + ",\"unevaluatedItems\":false}", numbers),
        Arguments.of("{" + DRAFT_2020 + ",\"unevaluatedProperties\":{\"type\":\"null\"}}", members),
        Arguments.of("{\"patternProperties\":{\"^[a-z]*$\":{},\"[0-9]$\":true}}", members),
        Arguments.of("{\"propertyNames\":{\"pattern\":\"^k\"}}", members),
        Arguments.of("{\"additionalProperties\":{\"type\":\"null\"}}", members),
        Arguments.of("{\"enum\":[[1],{\"a\":1}]}", numbers),
        Arguments.of("{\"const\":{\"k1\":1}}", members));
  }

  @ParameterizedTest
  @MethodSource("wide")
  void aWideDocumentIsCheckedOrRefusedSoon(String schema, String payload) {
    soon(TrySchemas.compile(schema), payload);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostname",
        "ipv4",
        "ipv6",
        "json-pointer",
        "relative-json-pointer",
        "uri-template",
        "uuid",
        "date",
        "date-time",
        "email",
        "idn-email",
        "idn-hostname",
        "iri",
        "iri-reference",
        "regex",
        "time",
        "uri",
        "uri-reference",
        "duration",
        "color",
        "phone",
        "style",
        "utc-millisec"
      })
  void formatsLookAtLongTextsInLinearTime(String format) {
    PayloadCheck check = TrySchemas.compile("{\"format\":\"" + format + "\"}");

    for (String part : List.of("a", "1", ".", "/", ":", "{a}", "%41", "-", "(", " ", "~1", "@")) {
      soon(check, text(part, 200_000 / part.length()));
      soon(check, text(part, 200_000 / part.length(), "!"));
    }
  }

  private static List<Violation> soon(PayloadCheck check, String payload) {
    var value = JsonText.parse(payload);
    var clock = ProcessorTime.ofThisThread();
    long before = clock.getAsLong();
    List<Violation> violations = check.check(value);
    assertThat(Duration.ofNanos(clock.getAsLong() - before)).isLessThan(SOON);
    return violations;
  }

  @Test
  void ofVeryManyViolationsSomeMoreThanAreShownAreFound() {
    PayloadCheck check = TrySchemas.compile("{\"items\":{\"type\":\"null\"}}");

    assertThat(check.check(JsonText.parse(array(5_000, String::valueOf))))
        .hasSize(Refusal.MOST_VIOLATIONS + 1);
  }

  @Test
  void longTextsAreCutInWhatIsSaidOfThem() {
    PayloadCheck check = TrySchemas.compile("{\"const\":1}");

    assertThat(check.check(JsonText.parse(text("a", 100_000))))
        .singleElement()
        .satisfies(violation -> assertThat(violation.message()).hasSizeLessThan(600));
  }

  private static String text(String part, int times, String... end) {
    return "\"" + part.repeat(times) + String.join("", end) + "\"";
  }

  private static String array(int size, IntFunction<String> element) {
    return IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
  }

  private static String object(int size, IntFunction<String> name) {
    return IntStream.range(0, size)
        .mapToObj(i -> "\"" + name.apply(i) + "\":" + i)
        .collect(Collectors.joining(",", "{", "}"));
  }
}
