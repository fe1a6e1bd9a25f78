// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.schema.pattern.EcmaPattern;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Patterns put together at random mean to us what they mean to a JavaScript engine. */
class EcmaPatternsPropertyTest {

  private static final EcmaPatterns PATTERNS = new EcmaPatterns(TrySchemas.SCRIPTS);

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "b",
          "ab",
          "ba",
          "aab",
          "a-b",
          "1",
          "a1",
          "\n",
          "a\nb",
          "é",
          "\uD83D\uDE00",
          "{");

  @Property(tries = 500)
  void aPatternIsWhatTheEngineTakesForOneAndFindsTheSame(@ForAll("patterns") String pattern) {
    boolean isValid = Engine.isValid(pattern, "u");

    assertThat(EcmaPattern.isValid(pattern)).as(pattern).isEqualTo(isValid);
    if (isValid) {
      assertThat(TEXTS.stream().map(PATTERNS.getRegularExpression(pattern)::matches))
          .as(pattern)
          .containsExactlyElementsOf(Engine.tests(pattern, "u", TEXTS));
    }
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
            "a",
            "b",
            "a",
            "(",
            "(?:",
            "(?<n>",
            ")",
            ")",
            ")",
            "|",
            "*",
            "+",
            "?",
            "{2}",
            "{1,}",
            "{0,2}",
            "[ab]",
            "[^a]",
            "[\\d-]",
            "[",
            "]",
            "\\d",
            "\\W",
            "\\s",
            ".",
            "^",
            "$",
            "\\b",
            "\\B",
            "-",
            "\\-",
            "\\p{L}",
            "\\u{1F600}",
            "\uD83D\uDE00",
            "é",
            "1",
            "{")
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(parts -> String.join("", parts));
  }
}
