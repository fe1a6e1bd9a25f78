// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.store.Answer;
import java.time.Duration;
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
import net.jqwik.api.statistics.StatisticsCoverage;

/** Nodes that remember sagas are no different, to those who ask, from one that reads each time. */
class NodesPropertyTest {

  private static final int NODES = 2;
  private static final List<String> SAGAS = List.of("s0", "s1", "s2");

  /** A few make a node try again what was in vain, and many make it forget. */
  private static final Duration BETWEEN_VISITS = Duration.ofMillis(400);

  /** Some events that come to a node together. */
  private record Visit(int node, List<Event> events) {}

  /** One of few ids makes it a repeat now and then. */
  private record Event(int saga, int label, Optional<Integer> id) {}

  @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
  void whereverAnEventComesItsAnswerIsThatOfTheSagaAsItStands(
      @ForAll("visits") List<Visit> visits) {
    EngineFixture reading = bench();
    EngineFixture remembering = bench();
    List<EngineNode> nodes = IntStream.range(0, NODES).mapToObj(i -> remembering.node()).toList();
    List<Answer> expected = new ArrayList<>();
    List<Answer> given = new ArrayList<>();

    for (Visit visit : visits) {
      reading.clock.advance(BETWEEN_VISITS);
      remembering.clock.advance(BETWEEN_VISITS);
      BatchResult read = reading.handle(requests(reading, visit));
      BatchResult remembered = nodes.get(visit.node()).handle(requests(remembering, visit));
      expected.addAll(read.answers());
      given.addAll(remembered.answers());
      assertThat(remembered.dispatches()).containsExactlyInAnyOrderElementsOf(read.dispatches());
    }

    assertThat(given).isEqualTo(expected);
    for (String saga : SAGAS) {
      assertThat(remembering.saga(saga)).isEqualTo(reading.saga(saga));
      assertThat(remembering.history(saga)).isEqualTo(reading.history(saga));
    }
    assertThat(remembering.pending()).isEqualTo(reading.pending());
    Statistics.label("alone").collect(remembering.alone() > 0);
    Statistics.label("alone").coverage(NodesPropertyTest::happens);
    Statistics.label("together").collect(remembering.together() > 0);
    Statistics.label("together").coverage(NodesPropertyTest::happens);
  }

  private static void happens(StatisticsCoverage seen) {
    seen.check(true).percentage(share -> share > 10);
  }

  private static List<EngineRequest> requests(EngineFixture engine, Visit visit) {
    return visit.events().stream().map(event -> request(engine, event)).toList();
  }

  private static EngineRequest request(EngineFixture engine, Event event) {
    String saga = SAGAS.get(event.saga());
    String label = "e" + event.label();
    return event
        .id()
        .map(id -> engine.event(saga, label, "id" + id))
        .orElseGet(() -> engine.event(saga, label));
  }

  private static EngineFixture bench() {
    var engine =
        new EngineFixture(
            aFlow()
                .with(aState("one").on("e0", "two").on("e1", "one").on("e2", "three"))
                .with(aState("two").on("e1", "three").on("e2", "one").sends("payments", "pay"))
                .with(aState("three").on("e0", "one").on("e2", "two"))
                .build());
    SAGAS.forEach(saga -> engine.handle(engine.start(saga)));
    return engine;
  }

  @Provide
  Arbitrary<List<Visit>> visits() {
    Arbitrary<Event> event =
        Combinators.combine(
                Arbitraries.integers().between(0, SAGAS.size() - 1),
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 9).optional(0.5))
            .as(Event::new);
    Arbitrary<List<Event>> events =
        Arbitraries.frequencyOf(
            Tuple.of(3, event.list().ofSize(1)),
            Tuple.of(3, event.list().ofMinSize(2).ofMaxSize(4)));
    return Combinators.combine(Arbitraries.integers().between(0, NODES - 1), events)
        .as(Visit::new)
        .list()
        .ofMinSize(20)
        .ofMaxSize(60)
        .withSizeDistribution(RandomDistribution.uniform());
  }
}
