// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedJsonTest {

  private final UntrustedJson json = new UntrustedJson(3);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "\"",
        "\"\\",
        "\"\\u12\"",
        "\"\\x\"",
        "01",
        "1.",
        "+1",
        "-",
        "NaN",
        "nul",
        "{}{}",
        "[1] 2",
        "1 2",
        "\"a\" \"b\"",
        "true false",
        "1]",
        "\"\n\"",
        "// c\n1",
        "\uFEFF\uFEFF{}",
        "{}\uFEFF",
        "\uFEFF"
      })
  void textThatIsNoJsonIsRefusedInWords(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), "");
  }

  @Test
  void aByteOrderMarkOfAnEditorIsDropped() {
    assertThat(json.parse(utf8("\uFEFF{\"a\": \"\uFEFF\"}")))
        .isEqualTo(JsonTexts.object("{\"a\": \"\uFEFF\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a': 1, 'b': 2, 'a': 1} | /a",
        "{'a': {'b': 1, 'b': {}}} | /a/b",
        "[0, {}, {'x/y~': 1, 'x/y~': 2}] | /2/x~1y~0",
        "{'a': 1, '\\u0061': 2} | /a",
        "{'': 1, '': 2} | /",
        "{'a': ':', 'a': '\\':\\''} | /a",
        "{'a': 1, 'a': 2, 'a': 3} | /a",
        "{'a': {'b': 1}, 'a': {'b': 1}} | /a",
        "[[{'b': 1}, {'b': 1, 'c': [[], {'d': [], 'd': 1}]}]] | /0/1/c/1/d"
      })
  void aKeyThatStandsTwiceInAnObjectIsRefusedByItsPointer(String text, String pointer) {
    byte[] bytes = utf8(text.replace('\'', '"'));

    assertThat(new UntrustedJson(9).read(bytes).repeatedKeys()).containsExactly(pointer);
    assertThatThrownBy(() -> new UntrustedJson(9).parse(bytes))
        .isInstanceOf(JsonSyntaxException.class)
        .hasMessage("The JSON has a key more than once in one object: " + pointer + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": {\"a\": 1}, \"b\": [{\"a\": 1}, {\"a\": 1}]}",
        "{\"a\": \":\", \"b\": \"\\\":\\\\\", \"c:\": 1}",
        "{\"a\": 1, \"A\": 1, \"\u00e0\": 1, \"a\u0300\": 1}",
        "[]",
        "{}",
        "7"
      })
  void keysOfDifferentObjectsAndSpellingsAreDifferent(String text) {
    assertThat(json.read(utf8(text)).repeatedKeys()).isEmpty();
  }

  @Test
  void ofManyRepeatedKeysTheFirstAreTold() {
    String members =
        IntStream.range(0, 50)
            .mapToObj(i -> "\"" + "k".repeat(600) + i + "\": 1, \"" + i + "\": 1")
            .collect(Collectors.joining(", "));
    List<String> pointers = json.read(utf8("{" + members + ", " + members + "}")).repeatedKeys();

    assertThat(pointers)
        .hasSize(20)
        .contains("/0", "/1")
        .allMatch(pointer -> pointer.length() < 502);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void faultIsLocated() {
    assertRefused("{\n  \"a\": nix\n}".getBytes(StandardCharsets.UTF_8), "line 2, column");
  }

  @Test
  void onlyUtf8IsAccepted() {
    assertRefused(new byte[] {'"', (byte) 0xE9, '"'}, "UTF-8");
    assertRefused(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, "UTF-8");
    assertRefused(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, "UTF-8");
    assertRefused("{}".getBytes(StandardCharsets.UTF_16LE), "");
  }

  @Test
  void nestingIsBounded() {
    assertThat(parse("[[[1]]]")).hasToString("[[[1]]]");
    assertThat(parse("[{\"[[[[\": [1]}, [[]]]")).isNotNull();
    assertRefused("[[[[1]]]]".getBytes(StandardCharsets.UTF_8), "more than 3 levels");
    assertRefused("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "more than 3 levels");
    assertRefused("{\"a\":".repeat(4).getBytes(StandardCharsets.UTF_8), "more than 3 levels");
  }

  @Test
  void lengthOfANumberIsBounded() {
    assertThat(parse("1".repeat(1000)).toString()).hasSize(1000);
    assertThat(parse("[\"" + "1".repeat(5000) + "\"]")).isNotNull();
    assertRefused("1".repeat(1001).getBytes(StandardCharsets.UTF_8), "more than 1000 characters");
    assertRefused(
        ("[0." + "1".repeat(1000) + "]").getBytes(StandardCharsets.UTF_8), "more than 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1e-99999999999", "[1E2147483648]", "1e+2147483647"})
  void numberBeyondAllBoundsIsRefusedOrKept(String text) {
    try {
      assertThat(parse(text).toString()).isNotEmpty();
    } catch (JsonSyntaxException e) {
      assertThat(e).hasMessageContaining("number");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\uD83D",
        "\\uDE00",
        "\\uDE00\\uD83D",
        "\\uD83D\\uD83D",
        "a\\ud83dz",
        "\\uD83D\\n"
      })
  void halfOfASurrogatePairIsRefused(String text) {
    assertRefused(('"' + text + '"').getBytes(StandardCharsets.UTF_8), "surrogate");
    assertRefused(("{\"" + text + "\": 1}").getBytes(StandardCharsets.UTF_8), "surrogate");
  }

  @Test
  void wholePairsAndEscapedBackslashesAreNoSurrogates() {
    assertThat(((JsonString) parse("\"\\uD83D\\uDE80\"")).getString()).isEqualTo("\uD83D\uDE80");
    assertThat(((JsonString) parse("\"\uD83D\uDE80\"")).getString()).isEqualTo("\uD83D\uDE80");
    assertThat(((JsonString) parse("\"\\\\uD83D\"")).getString()).isEqualTo("\\uD83D");
    assertThat(((JsonString) parse("\"\\u0000\"")).getString()).isEqualTo("\u0000");
  }

  private Object parse(String text) {
    return json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> json.parse(bytes))
        .isInstanceOf(JsonSyntaxException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e308",
        "5e-324",
        "1e1000",
        "1E-1000",
        "1e+0001000",
        "[true,false,1.5e3]",
        "{\"1e9999\":\"1e9999\"}",
        "9223372036854775807"
      })
  void usualNumbersAreRead(String text) {
    assertThat(parse(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e10000000",
        "1E1001",
        "-1.5e-1001",
        "0e10000000",
        "1e+99999999999999999999",
        "[1,{\"a\":1e10000000}]"
      })
  void aNumberOfMillionsOfDigitsIsRefused(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), "exponent is beyond 1000");
  }

  @Test
  void theRefusalSaysWhereTheNumberStands() {
    assertRefused(
        "{\n \"amount\": 1e10000000}".getBytes(StandardCharsets.UTF_8), "at line 2, column 13.");
  }
}
