// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** JSON of few keys and few values, so that two of them often meet. */
final class RandomJson {

  private static final int DEPTH = 3;

  private RandomJson() {}

  static Arbitrary<JsonObject> objects() {
    return objects(DEPTH);
  }

  private static Arbitrary<JsonObject> objects(int depth) {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c"), values(depth - 1))
        .ofMaxSize(3)
        .map(RandomJson::object);
  }

  private static Arbitrary<JsonValue> values(int depth) {
    Arbitrary<JsonValue> scalars =
        Arbitraries.of(
            JsonValue.NULL,
            JsonValue.TRUE,
            JsonText.values().createValue(1),
            JsonText.values().createValue("x"));
    if (depth == 0) {
      return scalars;
    }
    return Arbitraries.frequencyOf(
        Tuple.of(2, scalars),
        Tuple.of(2, objects(depth).map(JsonValue.class::cast)),
        Tuple.of(1, values(depth - 1).list().ofMaxSize(3).map(RandomJson::array)),
        Tuple.of(2, shaElements(depth).list().ofMaxSize(4).map(RandomJson::array)));
  }

  /** Objects with a sha, of which there are few, so that they repeat. */
  private static Arbitrary<JsonValue> shaElements(int depth) {
    return objects(depth)
        .flatMap(
            object ->
                Arbitraries.of("1", "2", "3")
                    .map(
                        sha ->
                            JsonText.builders()
                                .createObjectBuilder(object)
                                .add("sha", sha)
                                .build()));
  }

  private static JsonObject object(Map<String, JsonValue> members) {
    var object = JsonText.builders().createObjectBuilder();
    members.forEach(object::add);
    return object.build();
  }

  private static JsonArray array(List<JsonValue> elements) {
    var array = JsonText.builders().createArrayBuilder();
    elements.forEach(array::add);
    return array.build();
  }
}
