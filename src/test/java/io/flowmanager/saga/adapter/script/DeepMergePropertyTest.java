// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.HookedMerge;
import io.flowmanager.saga.domain.DeepMerge;
import io.flowmanager.saga.domain.MergeCustomizer;
import io.flowmanager.saga.domain.MergeFailedException;
import io.flowmanager.saga.domain.MetadataMerge;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random values through the real lodash and through our merge: the same, or a failure of both. */
class DeepMergePropertyTest {

  private static final List<String> KEYS =
      List.of(
          "a",
          "b",
          "c",
          "",
          "é",
          "0",
          "1",
          "2",
          "10",
          "01",
          "-1",
          "length",
          "__proto__",
          "constructor",
          "prototype",
          "toString",
          "hasOwnProperty",
          "push");

  private static final List<String> SCALARS =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "1",
          "2",
          "-1",
          "0.5",
          "\"\"",
          "\"x\"",
          "\"3\"",
          "\" 2 \"",
          "\"1e1\"",
          "\"__proto__\"");

  private static final List<String> CUSTOMIZERS =
      List.of(
          "() => undefined",
          "(old, added) => Array.isArray(old) ? old.concat(added) : undefined",
          "(old, added) => typeof old === 'number' && typeof added === 'number' ? old + added : undefined",
          "(old, added) => ['string', 'number', 'boolean'].includes(typeof old) ? old : undefined",
          "(old, added, key) => key === '__proto__' || added === undefined ? [old] : undefined",
          "(old, added, key, object, source) => typeof added === 'string'"
              + " ? { key, object: JSON.parse(JSON.stringify(object)), source } : undefined",
          "(old, added) => { if (added === null) throw new Error('no null'); }");

  private static final Lodash PLAIN = new Lodash("undefined");
  private static final MetadataMerge OURS =
      new DeepMerge(JsonText.values(), JsonText.builders(), MergeCustomizer.NONE);

  private static final Map<String, Lodash> LODASH =
      CUSTOMIZERS.stream().collect(Collectors.toMap(Function.identity(), Lodash::new));
  private static final Map<String, MetadataMerge> HOOKED =
      CUSTOMIZERS.stream()
          .collect(Collectors.toMap(Function.identity(), DeepMergePropertyTest::hooked));

  @Property(tries = 600)
  void mergeIsThatOfLodash(
      @ForAll("objects") JsonObject metadata, @ForAll("objects") JsonObject payload) {
    assertThat(merged(OURS, metadata, payload)).isEqualTo(PLAIN.merge(metadata, payload));
  }

  @Property(tries = 400)
  void mergeWithCustomizerIsThatOfLodash(
      @ForAll("customizers") String customizer,
      @ForAll("objects") JsonObject metadata,
      @ForAll("objects") JsonObject payload) {
    assertThat(merged(HOOKED.get(customizer), metadata, payload))
        .isEqualTo(LODASH.get(customizer).merge(metadata, payload));
  }

  private static MetadataMerge hooked(String customizer) {
    return new HookedMerge(TryScripts.compile("export default " + customizer + ";"), "/hook");
  }

  private static Optional<JsonObject> merged(
      MetadataMerge merge, JsonObject metadata, JsonObject payload) {
    try {
      return Optional.of(merge.merge(metadata, payload));
    } catch (MergeFailedException e) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<String> customizers() {
    return Arbitraries.of(CUSTOMIZERS);
  }

  @Provide
  Arbitrary<JsonObject> objects() {
    return objectsOf(values(3));
  }

  private static Arbitrary<JsonValue> values(int depth) {
    Arbitrary<JsonValue> scalars = Arbitraries.of(SCALARS).map(JsonText::parse);
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<JsonValue> inner = values(depth - 1);
    return Arbitraries.oneOf(scalars, objectsOf(inner), arraysOf(inner));
  }

  private static Arbitrary<JsonObject> objectsOf(Arbitrary<JsonValue> values) {
    return Arbitraries.maps(Arbitraries.of(KEYS), values)
        .ofMaxSize(5)
        .map(
            members -> {
              var object = JsonText.builders().createObjectBuilder();
              members.forEach(object::add);
              return object.build();
            });
  }

  private static Arbitrary<JsonValue> arraysOf(Arbitrary<JsonValue> values) {
    return values
        .list()
        .ofMaxSize(4)
        .map(elements -> JsonText.builders().createArrayBuilder(elements).build());
  }
}
