// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract's words, one example each. */
class MetadataUpsertTest {

  @ParameterizedTest(name = "{0}: {1} with {2} is {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALL_NEW | {~a~: {~x~: 1, ~y~: {~p~: 1}}}      | {~a~: {~y~: {~q~: 2}}}       | {~a~: {~x~: 1, ~y~: {~p~: 1, ~q~: 2}}}
          ALL_NEW | {~a~: {~x~: 1}}                     | {~a~: null}                  | {~a~: null}
          ALL_NEW | {~a~: 1}                            | {~a~: {~x~: 1}}              | {~a~: {~x~: 1}}
          ALL_NEW | {~a~: [{~sha~: ~1~}]}               | {~a~: [{~sha~: ~2~}]}        | {~a~: [{~sha~: ~2~}]}
          SHA     | {~a~: [{~sha~: ~1~, ~x~: 1}, {~sha~: ~2~}]} | {~a~: [{~sha~: ~3~}, {~sha~: ~1~, ~y~: 2}]} | {~a~: [{~sha~: ~1~, ~x~: 1, ~y~: 2}, {~sha~: ~2~}, {~sha~: ~3~}]}
          SHA     | {~a~: [{~sha~: ~1~}]}               | {~a~: []}                    | {~a~: [{~sha~: ~1~}]}
          SHA     | {~a~: []}                           | {~a~: [{~sha~: ~1~}]}        | {~a~: [{~sha~: ~1~}]}
          SHA     | {~a~: [{~sha~: ~1~}, {~sha~: ~1~, ~x~: 1}]} | {~a~: []}            | {~a~: [{~sha~: ~1~, ~x~: 1}]}
          SHA     | {~a~: [{~sha~: ~1~}]}               | {~a~: [{~sha~: 2}]}          | {~a~: [{~sha~: 2}]}
          SHA     | {~a~: [~x~]}                        | {~a~: [{~sha~: ~1~}]}        | {~a~: [{~sha~: ~1~}]}
          SHA     | {~a~: [~x~]}                        | {~a~: []}                    | {~a~: []}
          SHA     | {}                                  | {~a~: [{~sha~: ~1~}, {~sha~: ~1~, ~x~: 1}]} | {~a~: [{~sha~: ~1~, ~x~: 1}]}
          SHA     | {~a~: {~b~: [{~sha~: ~1~, ~x~: 1}]}} | {~a~: {~b~: [{~sha~: ~1~, ~y~: 1}]}} | {~a~: {~b~: [{~sha~: ~1~, ~x~: 1, ~y~: 1}]}}
          """)
  void theIncomingSideIsPutOntoTheOldOne(
      ArrayMergeMode mode, String old, String incoming, String expected) {
    var upsert = new MetadataUpsert(mode, JsonText.builders());

    assertThat(upsert.upsert(json(old), json(incoming)).toString())
        .isEqualTo(json(expected).toString());
  }

  private static JsonObject json(String text) {
    return JsonTexts.object(text.replace('~', '"'));
  }
}
