// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MetadataUpsertPropertyTest {

  @Provide
  Arbitrary<JsonObject> metadata() {
    return RandomJson.objects();
  }

  private static MetadataUpsert upsert(ArrayMergeMode mode) {
    return new MetadataUpsert(mode, JsonText.builders());
  }

  @Property(tries = 300)
  void doingItAgainChangesNothing(
      @ForAll("metadata") JsonObject old,
      @ForAll("metadata") JsonObject incoming,
      @ForAll ArrayMergeMode mode) {
    JsonObject once = upsert(mode).upsert(old, incoming);

    assertThat(upsert(mode).upsert(once, incoming)).isEqualTo(once);
  }

  @Property(tries = 300)
  void whatTheIncomingSideDoesNotNameIsNotLost(
      @ForAll("metadata") JsonObject old,
      @ForAll("metadata") JsonObject incoming,
      @ForAll ArrayMergeMode mode) {
    keeps(old, incoming, upsert(mode).upsert(old, incoming));
  }

  private static void keeps(JsonObject old, JsonObject incoming, JsonObject merged) {
    old.forEach(
        (key, value) -> {
          JsonValue other = incoming.get(key);
          if (other == null) {
            assertThat(merged).containsEntry(key, value);
          } else if (value instanceof JsonObject inner && other instanceof JsonObject named) {
            keeps(inner, named, merged.getJsonObject(key));
          }
        });
  }

  @Property(tries = 300)
  void everyIncomingScalarWins(
      @ForAll("metadata") JsonObject old,
      @ForAll("metadata") JsonObject incoming,
      @ForAll ArrayMergeMode mode) {
    wins(incoming, upsert(mode).upsert(old, incoming));
  }

  private static void wins(JsonObject incoming, JsonObject merged) {
    incoming.forEach(
        (key, value) -> {
          if (value instanceof JsonObject inner) {
            wins(inner, merged.getJsonObject(key));
          } else if (!(value instanceof JsonArray)) {
            assertThat(merged).containsEntry(key, value);
          }
        });
  }

  @Property(tries = 300)
  void anIncomingArrayReplacesTheOldOneWhenAllIsNew(
      @ForAll("metadata") JsonObject old, @ForAll("metadata") JsonObject incoming) {
    JsonObject merged = upsert(ArrayMergeMode.ALL_NEW).upsert(old, incoming);

    incoming.forEach(
        (key, value) -> {
          if (value instanceof JsonArray) {
            assertThat(merged).containsEntry(key, value);
          }
        });
  }

  @Property(tries = 300)
  void eachShaStandsOnceAndInTheOrderOfItsFirstAppearance(
      @ForAll("metadata") JsonObject old, @ForAll("metadata") JsonObject incoming) {
    JsonObject merged = upsert(ArrayMergeMode.SHA).upsert(old, incoming);

    incoming.forEach(
        (key, value) -> {
          if (value instanceof JsonArray added && old.get(key) instanceof JsonArray before) {
            check(before, added, merged.getJsonArray(key));
          }
        });
  }

  private static void check(JsonArray before, JsonArray added, JsonArray merged) {
    if (!allHaveSha(added)) {
      assertThat(merged).isEqualTo(added);
      return;
    }
    List<String> expected =
        Stream.concat(allHaveSha(before) ? before.stream() : Stream.empty(), added.stream())
            .map(element -> element.asJsonObject().getString("sha"))
            .distinct()
            .toList();
    assertThat(merged)
        .extracting(element -> element.asJsonObject().getString("sha"))
        .containsExactlyElementsOf(expected);
  }

  private static boolean allHaveSha(JsonArray array) {
    return array.stream()
        .allMatch(
            element ->
                element instanceof JsonObject object && object.get("sha") instanceof JsonString);
  }

  @Property(tries = 300)
  void whatIsSentOnIsThatPartOfTheWholeThatTheIncomingSideNames(
      @ForAll("metadata") JsonObject old,
      @ForAll("metadata") JsonObject incoming,
      @ForAll ArrayMergeMode mode) {
    JsonObject changes = upsert(mode).changes(old, incoming);
    JsonObject whole = upsert(mode).upsert(old, incoming);

    assertThat(changes.keySet()).isEqualTo(incoming.keySet());
    changes.forEach((key, value) -> assertThat(whole).containsEntry(key, value));
  }
}
