// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeepMergeTest {

  @ParameterizedTest(name = "{0} and {1} give {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":{"x":1}}           | {"a":{"y":2}}              | {"a":{"x":1,"y":2}}
          {"a":[1,2,3]}           | {"a":[9]}                  | {"a":[9,2,3]}
          {"a":[{"x":1}]}         | {"a":[{"y":2},5]}          | {"a":[{"x":1,"y":2},5]}
          {"a":1}                 | {"a":null}                 | {"a":null}
          {"a":{"x":1}}           | {"a":5}                    | {"a":5}
          {"a":5}                 | {"a":{"x":1}}              | {"a":{"x":1}}
          {"a":[1]}               | {"a":[]}                   | {"a":[1]}
          {"a":{"x":1}}           | {"a":{}}                   | {"a":{"x":1}}
          {"a":"text"}            | {"a":["x"]}                | {"a":["x"]}
          {"a":{"x":1}}           | {"a":[2]}                  | {"a":[2]}
          {"a":{"length":2,"0":7}}| {"a":[]}                   | {"a":[7,null]}
          {"a":[1,2]}             | {"a":{"1":9,"3":4,"x":0}}  | {"a":[1,9,null,4]}
          {"a":[1,2]}             | {"a":{"length":0,"0":5}}   | {"a":[]}
          {"a":[1]}               | {"a":{"length":"2"}}       | {"a":[1,null]}
          {"a":1}                 | {"__proto__":{"x":1}}      | {"a":1}
          {"a":1}                 | {"__proto__":2}            | {"a":1,"__proto__":2}
          {"a":1}                 | {"constructor":{"x":1}}    | {"a":1,"constructor":{"x":1}}
          {}                      | {"n":12345678901234567890.10} | {"n":12345678901234567890.10}
          """)
  void mergesAsLodashDoes(String metadata, String payload, String result) {
    assertThat(merge(metadata, payload, MergeCustomizer.NONE)).isEqualTo(result);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"a\":{\"4000000000\":1}}",
        "{\"a\":{\"length\":4000000000}}",
        "{\"a\":{\"length\":-1}}",
        "{\"a\":{\"length\":{}}}",
        "{\"b\":[]}",
      })
  void arrayThatGetsOutOfHandIsRefused(String payload) {
    String metadata = "{\"a\":[1],\"b\":{\"length\":4294967295}}";

    assertThatExceptionOfType(MergeFailedException.class)
        .isThrownBy(() -> merge(metadata, payload, MergeCustomizer.NONE))
        .withMessageContaining("100000")
        .satisfies(failure -> assertThat(failure.hook()).isEmpty());
  }

  @Test
  void oneMergeCannotMakeManyArraysLong() {
    String metadata = members("[]");
    String payload = members("{\"9999\":1}");

    assertThatExceptionOfType(MergeFailedException.class)
        .isThrownBy(() -> merge(metadata, payload, MergeCustomizer.NONE))
        .withMessageContaining("more than 100000 elements of arrays empty");
  }

  private static String members(String value) {
    return IntStream.range(0, 20)
        .mapToObj(i -> "\"k" + i + "\":" + value)
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  @Timeout(10)
  void longTextForALengthTakesLinearTime() {
    String digits = "1".repeat(500_000) + "x";

    assertThatExceptionOfType(MergeFailedException.class)
        .isThrownBy(
            () ->
                merge(
                    "{\"a\":[1]}",
                    "{\"a\":{\"length\":\"" + digits + "\"}}",
                    MergeCustomizer.NONE));
  }

  @Test
  void customizerSeesEveryKeyFromTheOutsideIn() {
    List<String> seen = new ArrayList<>();
    MergeCustomizer witness =
        (old, added, place) -> {
          var where = place.get();
          seen.add(
              "%s: %s <- %s in %s"
                  .formatted(where.key(), old.orElse(null), added.orElse(null), where.object()));
          return Optional.empty();
        };

    merge("{\"a\":{\"x\":1}}", "{\"b\":0,\"a\":{\"y\":[2]}}", witness);

    assertThat(seen)
        .containsExactly(
            "b: null <- 0 in {\"a\":{\"x\":1}}",
            "a: {\"x\":1} <- {\"y\":[2]} in {\"a\":{\"x\":1},\"b\":0}",
            "y: null <- [2] in {\"x\":1}",
            "0: null <- 2 in []");
  }

  @Test
  void choiceOfTheCustomizerIsTakenAsItIs() {
    MergeCustomizer nulls = (old, added, place) -> Optional.of(JsonValue.NULL);

    assertThat(merge("{\"a\":{\"x\":1}}", "{\"a\":{\"y\":2}}", nulls)).isEqualTo("{\"a\":null}");
  }

  private static String merge(String metadata, String payload, MergeCustomizer customizer) {
    var merge = new DeepMerge(JsonText.values(), JsonText.builders(), customizer);
    return JsonText.write(
        merge.merge(
            JsonText.parse(metadata).asJsonObject(), JsonText.parse(payload).asJsonObject()));
  }
}
