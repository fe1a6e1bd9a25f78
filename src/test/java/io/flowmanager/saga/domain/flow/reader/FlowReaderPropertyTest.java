// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.FlowFault;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.FlowSchema;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Random damage of a sound flow: the reader always answers, and is never more lenient than the
 * schema.
 */
class FlowReaderPropertyTest {

  /**
   * One change: which of the places, and the JSON text to put there; an empty text removes what is
   * there.
   */
  private record Damage(int place, String value) {}

  @Property(tries = 1_000)
  void damagedFlowIsReadWithoutException(
      @ForAll("damages") @Size(min = 1, max = 6) List<Damage> damages) {
    FlowDocuments damaged = damage(damages);

    FlowReading reading = FlowReadings.read(damaged);

    assertThat(reading.warnings()).doesNotContainNull();
    if (reading instanceof FlowReading.Faulty faulty) {
      assertThat(faulty.faults()).isNotEmpty();
    } else {
      assertThat(FlowSchema.violationsOf(damaged.json())).isEmpty();
    }
  }

  @Property(tries = 200)
  void faultsPointIntoTheDocument(@ForAll("damages") @Size(min = 1, max = 6) List<Damage> damages) {
    FlowDocuments damaged = damage(damages);

    List<String> places = new ArrayList<>(List.of(""));
    collectPlaces("", damaged.json(), places);

    if (FlowReadings.read(damaged) instanceof FlowReading.Faulty faulty) {
      assertThat(faulty.faults()).extracting(FlowFault::pointer).allMatch(places::contains);
      assertThat(faulty.faults()).extracting(fault -> places.indexOf(fault.pointer())).isSorted();
    }
  }

  @Property(tries = 100)
  void numberOfAnySizeIsReadWithoutException(
      @ForAll @IntRange(min = -400, max = 400) int exponent) {
    FlowDocuments flow =
        FlowDocuments.small()
            .with("/machineDefinition/businessStates/-", "{\"id\": 123e" + exponent + "}");

    assertThat(FlowReadings.read(flow).warnings()).hasSize(1);
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    Arbitrary<String> values =
        Arbitraries.of(
            "",
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e999999",
            "1e-999999",
            "80.5",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"created\"",
            "\"http://a/\"",
            "\"PT1S\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"\": null}",
            "[[[[[[[]]]]]]]",
            "{\"type\": \"file\"}",
            "{\"type\": \"file\", \"path\": \"/a\", \"content\": \"b\"}",
            "{\"id\": 1}");
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 10_000);
    return places.flatMap(place -> values.map(value -> new Damage(place, value))).list();
  }

  private static FlowDocuments damage(List<Damage> damages) {
    FlowDocuments flow = FlowDocuments.complete();
    for (Damage damage : damages) {
      List<String> places = new ArrayList<>();
      collectPlaces("", flow.json(), places);
      if (places.isEmpty()) {
        return flow;
      }
      String place = places.get(damage.place() % places.size());
      flow = damage.value().isEmpty() ? flow.without(place) : flow.with(place, damage.value());
    }
    return flow;
  }

  private static void collectPlaces(String pointer, JsonValue value, List<String> places) {
    if (value instanceof JsonObject object) {
      object.forEach(
          (key, child) ->
              place(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), child, places));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        place(pointer + "/" + i, array.get(i), places);
      }
    }
  }

  private static void place(String pointer, JsonValue value, List<String> places) {
    places.add(pointer);
    collectPlaces(pointer, value, places);
  }
}
