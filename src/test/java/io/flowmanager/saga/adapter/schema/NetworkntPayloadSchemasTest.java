// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.InvalidSchemaException;
import io.flowmanager.saga.domain.PayloadCheck;
import io.flowmanager.saga.domain.Refusal.Violation;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkntPayloadSchemasTest {

  private static PayloadCheck compile(String schema) {
    return TrySchemas.compile(schema);
  }

  private static JsonValue json(String text) {
    return JsonText.parse(text);
  }

  @Test
  void aPayloadThatFitsHasNoViolations() {
    PayloadCheck check =
        compile("{\"type\":\"object\",\"properties\":{\"amount\":{\"type\":\"integer\"}}}");
    assertThat(check.check(json("{\"amount\":3,\"more\":[1.5,null,true]}"))).isEmpty();
  }

  @Test
  void everyViolationIsListedWithItsPointer() {
    PayloadCheck check =
        compile(
            """
            {"type":"object","required":["id"],
             "properties":{"items":{"type":"array","items":{"type":"object",
               "properties":{"a/b":{"type":"string"}}}}}}
            """);
    assertThat(check.check(json("{\"items\":[{\"a/b\":1},{\"a/b\":\"x\"},3]}")))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder("", "/items/0/a~1b", "/items/2");
  }

  @Test
  void messagesAreEnglishWhateverTheServersLanguage() {
    assertThat(compile("{\"type\":\"object\"}").check(json("[]")))
        .extracting(Violation::message)
        .containsExactly("array found, object expected");
  }

  @Test
  void anObjectIsDemandedOfNullToo() {
    assertThat(compile("{\"type\":\"object\"}").check(JsonValue.NULL)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "http://json-schema.org/draft-04/schema#",
    "http://json-schema.org/draft-06/schema#",
    "http://json-schema.org/draft-07/schema#",
    "https://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2020-12/schema"
  })
  void everyDraftIsKnown(String draft) {
    PayloadCheck check =
        compile("{\"$schema\":\"" + draft + "\",\"properties\":{\"n\":{\"type\":\"number\"}}}");
    assertThat(check.check(json("{\"n\":\"1\"}"))).hasSize(1);
  }

  @Test
  void withoutSchemaKeyTheDraftIsSeven() {
    PayloadCheck check = compile("{\"if\":{\"required\":[\"a\"]},\"then\":{\"required\":[\"b\"]}}");
    assertThat(check.check(json("{\"a\":1}"))).hasSize(1);
    assertThat(compile("{\"dependentRequired\":{\"a\":[\"b\"]}}").check(json("{\"a\":1}")))
        .as("a keyword of 2019-09")
        .isEmpty();
  }

  @Test
  void referencesWithinTheSchemaWork() {
    PayloadCheck check =
        compile(
            """
            {"definitions":{"id":{"type":"string"}},
             "properties":{"id":{"$ref":"#/definitions/id"}}}
            """);
    assertThat(check.check(json("{\"id\":1}"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"objekt\"}",
        "{\"$schema\":\"http://example.com/my-own\"}",
        "{\"$schema\":7}",
        "{\"minLength\":-1}",
        "{\"pattern\":\"(\"}",
        "{\"$ref\":\"#/definitions/missing\"}",
        "{\"$ref\":\"http://127.0.0.1:9/remote.json\"}",
        "{\"$ref\":\"file:///etc/hostname\"}",
        "{\"properties\":{\"a\":{\"$ref\":\"classpath:secret.json\"}}}"
      })
  void aBadSchemaIsRefusedAtOnce(String schema) {
    assertThatThrownBy(() -> compile(schema)).isInstanceOf(InvalidSchemaException.class);
  }

  @Test
  void bigNumbersAreComparedExactly() {
    PayloadCheck check = compile("{\"properties\":{\"n\":{\"maximum\":9007199254740993}}}");
    assertThat(check.check(json("{\"n\":9007199254740993}"))).isEmpty();
    assertThat(check.check(json("{\"n\":9007199254740994}"))).hasSize(1);
    assertThat(check.check(json("{\"n\":1e400}"))).hasSize(1);
  }
}
