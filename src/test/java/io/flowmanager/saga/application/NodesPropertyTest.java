// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Nodes that remember sagas are no different, to those who ask, from one that reads each time. */
class NodesPropertyTest {

  private static final int NODES = 3;

  /** Some events that come to a node together. */
  private record Visit(int node, List<Event> events) {}

  /** One of few ids makes it a repeat now and then. */
  private record Event(int saga, int label, Optional<Integer> id) {}

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whereverAnEventComesItsAnswerIsThatOfTheSagaAsItStands(
      @ForAll("visits") List<Visit> visits) {
    EngineBench reading = bench();
    EngineBench remembering = bench();
    List<HandleIntakes> nodes =
        IntStream.range(0, NODES).mapToObj(i -> remembering.node()).toList();
    List<Answer> expected = new ArrayList<>();
    List<Answer> given = new ArrayList<>();

    for (Visit visit : visits) {
      expected.addAll(reading.handle(intakes(reading, visit)).answers());
      given.addAll(nodes.get(visit.node()).handle(intakes(remembering, visit)).answers());
    }

    assertThat(given).isEqualTo(expected);
    for (String saga : List.of("s0", "s1")) {
      assertThat(remembering.saga(saga)).isEqualTo(reading.saga(saga));
      assertThat(remembering.history(saga)).isEqualTo(reading.history(saga));
    }
    assertThat(remembering.pending()).isEqualTo(reading.pending());
    Statistics.collect(remembering.alone() > 0);
    Statistics.coverage(seen -> seen.check(true).percentage(share -> share > 10));
  }

  private static List<Intake> intakes(EngineBench engine, Visit visit) {
    return visit.events().stream().map(event -> intake(engine, event)).toList();
  }

  private static Intake intake(EngineBench engine, Event event) {
    String saga = "s" + event.saga();
    String label = "e" + event.label();
    return event
        .id()
        .map(id -> engine.event(saga, label, "id" + id))
        .orElseGet(() -> engine.event(saga, label));
  }

  private static EngineBench bench() {
    var engine =
        new EngineBench(
            aFlow()
                .with(aState("one").on("e0", "two").on("e1", "one"))
                .with(aState("two").on("e1", "three").sends("payments", "pay"))
                .with(aState("three").on("e0", "one").on("e2", "two"))
                .build());
    engine.handle(engine.start("s0"), engine.start("s1"));
    return engine;
  }

  @Provide
  Arbitrary<List<Visit>> visits() {
    Arbitrary<Event> event =
        Combinators.combine(
                Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 9).optional(0.5))
            .as(Event::new);
    Arbitrary<List<Event>> events =
        Arbitraries.frequencyOf(
            Tuple.of(4, event.list().ofSize(1)),
            Tuple.of(1, event.list().ofMinSize(2).ofMaxSize(4)));
    return Combinators.combine(Arbitraries.integers().between(0, NODES - 1), events)
        .as(Visit::new)
        .list()
        .ofMaxSize(30)
        .withSizeDistribution(RandomDistribution.uniform());
  }
}
