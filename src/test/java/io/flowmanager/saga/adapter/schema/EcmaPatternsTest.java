// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.JsonSchemaException;
import io.flowmanager.saga.adapter.schema.pattern.EcmaPattern;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns mean what they mean to a JavaScript engine, which is asked the same. */
class EcmaPatternsTest {

  private static final EcmaPatterns PATTERNS = new EcmaPatterns(TrySchemas.SCRIPTS);

  /** What tells patterns apart: ends of lines, blanks, digits, letters, emojis, and so on. */
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "A",
          "aa",
          "ab",
          "aab",
          "abab",
          "abcabc",
          "b",
          "a\n",
          "\na",
          "a\nb",
          "a\r",
          "a\u2028",
          "a\u0085",
          "\u0085",
          "\u00A0",
          "\uFEFF",
          "\u180E",
          "\u200B",
          " ",
          "\t",
          "\u000B",
          "0",
          "12",
          "\u0663",
          "\u09EA",
          "_",
          "-",
          "é",
          "ß",
          "я",
          "ы",
          "中",
          "ʼ",
          "\uD83D\uDE00",
          "\uD83D\uDE00\uD83D\uDE00",
          "\uD83D\uDC32",
          "x\uD835\uDFDA",
          "[",
          "]",
          "[a",
          "{",
          "}",
          "a{",
          "a{1",
          "\\",
          "/",
          ".",
          "^",
          "$",
          "\u0000",
          "\b",
          "\u0003",
          "p",
          "aaaa",
          "a-b",
          "2026-12-01",
          "Ab1!xyz?",
          "foo bar",
          "foobar",
          "x".repeat(1001));

  static Stream<String> patternsWithFlag() {
    return Stream.of(
        // of the suite and of bug reports
        "^[^]+$",
        "^[[a]+$",
        "^[\\w-]+$",
        "[[:alpha:]",
        "^\\u{1F600}$",
        "^\\p{Letter}+$",
        "^([a-z]|[0-9]|-)*$",
        "[]",
        "[^]",
        // anchors
        "^a$",
        "a$",
        "^$",
        "$^",
        "(^a|b$)",
        "\\ba",
        "a\\b",
        "\\B",
        "\\bé",
        // sets
        ".",
        "^.$",
        "^..$",
        "\\d",
        "^\\d+$",
        "\\D",
        "\\w",
        "^\\w+$",
        "\\W",
        "^\\s$",
        "^\\S+$",
        "[\\s\\S]",
        "^[\\d_]$",
        "[^\\w]",
        "[^\\W]",
        "[\\D\\d]",
        "^[a-c]+$",
        "[\\b]",
        "[\\-a]",
        "[a\\-]",
        "[-a]",
        "[a-]",
        "[^^]",
        "[.]",
        "[$]",
        "[\\]]",
        "[\\u{1F600}-\\u{1F64F}]",
        "^[\uD83D\uDE00]$",
        "^\uD83D\uDC32*$",
        "\\uD83D\\uDE00",
        "\\uD83D",
        "\\uDE00",
        "[^\\uD83D]",
        // escapes
        "\\t|\\n|\\v|\\f|\\r",
        "^\\cC$",
        "\\x41",
        "\\u0041",
        "\\u{41}",
        "\\u{000041}",
        "\\0",
        "\\/",
        "\\.",
        "\\\\",
        "\\^\\$",
        "\\{\\}\\[\\]\\(\\)\\|",
        // properties of Unicode
        "\\p{L}",
        "\\P{L}",
        "\\p{Lu}",
        "\\p{Ll}",
        "\\p{gc=Nd}",
        "^\\p{General_Category=Decimal_Number}$",
        "\\p{digit}",
        "\\p{punct}",
        "[\\p{L}\\p{N}]",
        "[^\\p{L}]",
        "\\p{Script=Cyrillic}",
        "\\p{sc=Grek}",
        "\\p{scx=Cyrl}",
        "\\p{Alphabetic}",
        "\\p{Uppercase}",
        "\\p{ASCII}",
        "\\p{Any}",
        "\\p{White_Space}",
        "\\p{Emoji}",
        "\\p{Zs}",
        "\\p{Sm}",
        // groups and quantifiers
        "(?:a)",
        "(a)(b)",
        "(?<x>a)b",
        "a|",
        "|",
        "()",
        "(|a)*",
        "(a*)*b",
        "(a*)+",
        "(?:a?){3}b",
        "a{2}",
        "^a{2,}$",
        "^a{1,3}$",
        "a{0}",
        "^(ab){2}$",
        "a*?b",
        "a+?",
        "a??",
        "a{1,2}?b",
        "^x{1000}",
        "^x{1001}$",
        "^x{1,2000}$",
        "^(x{500}){2}x$",
        "^a{0,4294967296}$",
        // what looks around or back
        "(?=a)",
        "^(?!a)",
        "(?<=a)b",
        "(?<!a)b",
        "^(?=.*[A-Z])(?=.*\\d).{8,}$",
        "^(.)\\1$",
        "^(ab)\\1$",
        "^(?<x>.)\\k<x>$",
        "\\1(a)",
        "^(?:(a)|b)\\1$");
  }

  static Stream<String> patternsWithoutFlag() {
    return Stream.of(
        "^\\d{4}\\-\\d{2}\\-\\d{2}$",
        "\\_",
        "\\@",
        "\\!",
        "\\ ",
        "[\\w-.]",
        "[a-\\d]",
        "a{",
        "a{1",
        "{",
        "}",
        "]",
        "^]$",
        "a{,2}",
        "(?=a)*b",
        "\\-(?=b)");
  }

  static Stream<String> patternsThatAreNone() {
    return Stream.of(
        "(",
        ")",
        "[",
        "a)",
        "(a",
        "[a",
        "*",
        "+a",
        "?",
        "a**",
        "a+++",
        "{1}",
        "a{2,1}",
        "[b-a]",
        "\\",
        "\\Z",
        "\\A",
        "\\a",
        "\\z",
        "\\h",
        "\\Q.\\E",
        "\\e",
        "\\x4",
        "\\u12",
        "\\u{110000}",
        "\\u{}",
        "\\c1",
        "\\00",
        "\\01",
        "\\p",
        "\\p{",
        "\\p{Letters}",
        "\\p{letter}",
        "\\pL",
        "\\p{Script=latin}",
        "\\p{IsAlphabetic}",
        "\\p{javaLowerCase}",
        "(?i)a",
        "(?>a)",
        "(?P<x>a)",
        "(?<>a)",
        "(?<1>a)",
        "(?<x>a)(?<x>b)",
        "\\k<x>",
        "\\2(a)",
        "^*",
        "$+",
        "(?<=a)*",
        "a{1}{2}");
  }

  @ParameterizedTest
  @MethodSource("patternsWithFlag")
  void aPatternFindsWhatJavaScriptFinds(String pattern) {
    assertThat(ours(pattern)).containsExactlyElementsOf(Engine.tests(pattern, "u", TEXTS));
  }

  @ParameterizedTest
  @MethodSource("patternsWithoutFlag")
  void aPatternThatIsValidOnlyWithoutTheFlagIsTakenSo(String pattern) {
    assertThat(Engine.isValid(pattern, "u")).isFalse();
    List<String> plain = TEXTS.stream().filter(EcmaPatternsTest::hasNoPairs).toList();
    assertThat(plain.stream().map(PATTERNS.getRegularExpression(pattern)::matches))
        .containsExactlyElementsOf(Engine.tests(pattern, "", plain));
  }

  private static boolean hasNoPairs(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  @ParameterizedTest
  @MethodSource("patternsThatAreNone")
  void whatIsNoPatternIsRefused(String pattern) {
    assertThat(Engine.isValid(pattern, "u")).isFalse();
    assertThat(EcmaPattern.isValid(pattern)).isFalse();
    assertThatThrownBy(() -> PATTERNS.getRegularExpression(pattern))
        .isInstanceOf(JsonSchemaException.class)
        .hasMessageContaining("is not a regular expression of ECMA-262");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^[^]+$", "^\\p{Letter}+$", "^([a-z]|[0-9]|-)*$", "^.{0,4000}$"})
  void whatLooksNeitherAroundNorBackIsMatchedInLinearTime(String pattern) {
    assertThat(EcmaPattern.read(pattern).linear()).isPresent();
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() {
    assertThat(EcmaPattern.isValid("(".repeat(100_000) + ")".repeat(100_000))).isFalse();
  }

  private static List<Boolean> ours(String pattern) {
    return TEXTS.stream().map(PATTERNS.getRegularExpression(pattern)::matches).toList();
  }
}
