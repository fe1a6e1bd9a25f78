// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.testing.FlowDocuments;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A flow of random shape: each state is final or not and has some outgoing transitions, two of
 * which may be for one event. Only the shape counts: what the linter says of commands is silenced.
 */
record RandomFlow(List<RandomState> states) {

  record RandomState(boolean isFinal, List<Way> ways) {}

  record Way(int event, int target) {}

  static Arbitrary<RandomFlow> any() {
    return Arbitraries.integers().between(1, 7).flatMap(RandomFlow::ofSize);
  }

  private static Arbitrary<RandomFlow> ofSize(int size) {
    Arbitrary<Way> way =
        Combinators.combine(
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, size - 1))
            .as(Way::new);
    Arbitrary<RandomState> waiting =
        way.list().ofMinSize(0).ofMaxSize(4).map(ways -> new RandomState(false, ways));
    Arbitrary<RandomState> over = Arbitraries.just(new RandomState(true, List.of()));
    return Arbitraries.oneOf(waiting, waiting, over).list().ofSize(size).map(RandomFlow::new);
  }

  FlowDocuments document() {
    String list =
        IntStream.range(0, states.size()).mapToObj(this::state).collect(Collectors.joining(","));
    return FlowDocuments.small()
        .with("/machineDefinition/initialState", "\"s0\"")
        .with("/machineDefinition/states", "[" + list + "]")
        .with(
            "/settings",
            """
            {"lint": {"ignore": [
              "unused-channel", "unused-business-state", "unasked-event", "duplicate-event"]}}
            """);
  }

  private String state(int number) {
    RandomState state = states.get(number);
    String ways = state.ways().stream().map(RandomFlow::way).collect(Collectors.joining(","));
    return "{\"id\": \"s%d\", \"isFinal\": %s, \"businessStateId\": 1, \"outgoingTransitions\": [%s]}"
        .formatted(number, state.isFinal(), ways);
  }

  private static String way(Way way) {
    return "{\"inputEvent\": \"e%d\", \"targetState\": \"s%d\"}"
        .formatted(way.event(), way.target());
  }
}
