// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.outbox.OutboxUpdate;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.FirstLevelMerge;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.StateBuilder;
import io.flowmanager.testing.TestSettings;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random machines, random events in random order, random bounds of batches. */
class EnginePropertyTest {

  private static final List<String> SAGAS = List.of("a", "b", "c");

  /** One transition of a random machine, by number of state, event and target. */
  private record Edge(int from, int event, int target) {}

  /** One random event; those with the same key are repeats of the first one. */
  private record Move(int saga, int event, Optional<Integer> key, boolean isSound) {}

  /** All that a store shows of the sagas afterwards. */
  private record Outcome(
      List<Saga> sagas, List<List<HistoryEntry>> histories, List<String> commands) {}

  @Property(tries = 200)
  void noTransitionHappensThatTheTableDoesNotHave(
      @ForAll("edges") @Size(max = 15) List<Edge> edges,
      @ForAll("moves") @Size(max = 25) List<Move> moves) {
    FlowBuilder flow = flow(edges);
    var engine = started(flow);

    moves.forEach(move -> engine.handle(request(engine, move)));

    for (String saga : SAGAS) {
      List<HistoryEntry> history = engine.history(saga);
      for (int i = 1; i < history.size(); i++) {
        assertThat(declared(flow, history.get(i - 1).state(), history.get(i).event()))
            .contains(history.get(i).state());
      }
    }
  }

  private static Optional<String> declared(FlowBuilder flow, String state, String event) {
    return flow.machine().states().stream()
        .filter(candidate -> candidate.id().equals(state))
        .map(State::outgoingTransitions)
        .flatMap(List::stream)
        .filter(transition -> transition.inputEvent().equals(event))
        .map(Transition::targetState)
        .findFirst();
  }

  @Property(tries = 200)
  void historyReplayedGivesTheState(
      @ForAll("edges") @Size(max = 15) List<Edge> edges,
      @ForAll("moves") @Size(max = 25) List<Move> moves) {
    var engine = started(flow(edges));
    Map<String, JsonObject> metadata = new LinkedHashMap<>();
    SAGAS.forEach(saga -> metadata.put(saga, engine.saga(saga).metadata()));

    for (Move move : moves) {
      BatchResult result = engine.handle(request(engine, move));
      result.steps().forEach(step -> merge(metadata, SAGAS.get(move.saga()), move));
    }

    for (String saga : SAGAS) {
      List<HistoryEntry> history = engine.history(saga);
      HistoryEntry last = history.get(history.size() - 1);
      Saga now = engine.saga(saga);
      assertThat(history).extracting(HistoryEntry::sequence).containsExactlyElementsOf(upTo(last));
      assertThat(now.sequence()).isEqualTo(last.sequence());
      assertThat(now.state()).isEqualTo(last.state());
      assertThat(now.position().latestEvent()).isEqualTo(last.event());
      assertThat(now.metadata()).isEqualTo(metadata.get(saga));
    }
  }

  private static List<Long> upTo(HistoryEntry last) {
    List<Long> numbers = new ArrayList<>();
    for (long i = 0; i <= last.sequence(); i++) {
      numbers.add(i);
    }
    return numbers;
  }

  private static void merge(Map<String, JsonObject> metadata, String saga, Move move) {
    var merge = new FirstLevelMerge(JsonText.builders());
    metadata.computeIfPresent(saga, (id, before) -> merge.merge(before, payload(move)));
  }

  @Property(tries = 200)
  void boundsOfBatchesMakeNoDifference(
      @ForAll("edges") @Size(max = 15) List<Edge> edges,
      @ForAll("moves") @Size(max = 25) List<Move> moves,
      @ForAll @Size(max = 25) List<@IntRange(min = 1, max = 6) Integer> sizes) {
    FlowBuilder flow = flow(edges);
    var singly = started(flow);
    var together = started(flow);

    List<Answer> answers = new ArrayList<>();
    moves.forEach(move -> answers.addAll(singly.handle(request(singly, move)).answers()));
    List<Answer> batched = new ArrayList<>();
    for (List<Move> batch : split(moves, sizes)) {
      List<EngineRequest> requests = batch.stream().map(move -> request(together, move)).toList();
      batched.addAll(together.handle(requests).answers());
    }

    assertThat(batched).isEqualTo(answers);
    assertThat(outcome(together)).isEqualTo(outcome(singly));
  }

  private static List<List<Move>> split(List<Move> moves, List<Integer> sizes) {
    List<List<Move>> batches = new ArrayList<>();
    int from = 0;
    for (int i = 0; from < moves.size(); i++) {
      int size = i < sizes.size() ? sizes.get(i) : moves.size();
      int to = Math.min(moves.size(), from + size);
      batches.add(moves.subList(from, to));
      from = to;
    }
    return batches;
  }

  @Property(tries = 200)
  void repeatedEventIdChangesNothingWhereverItComes(
      @ForAll("edges") @Size(max = 15) List<Edge> edges,
      @ForAll("keyedMoves") @Size(min = 1, max = 15) List<Move> moves,
      @ForAll @Size(max = 10) List<@IntRange(max = 1000) Integer> repeats,
      @ForAll @Size(max = 25) List<@IntRange(min = 1, max = 6) Integer> sizes) {
    FlowBuilder flow = flow(edges);
    var once = started(flow);
    var often = started(flow);

    moves.forEach(move -> once.handle(request(once, move)));
    for (List<Move> batch : split(withRepeats(moves, repeats), sizes)) {
      often.handle(batch.stream().map(move -> request(often, move)).toList());
    }

    assertThat(outcome(often)).isEqualTo(outcome(once));
  }

  /** Each number puts a repeat of one move somewhere behind it. */
  private static List<Move> withRepeats(List<Move> moves, List<Integer> repeats) {
    List<Move> all = new ArrayList<>(moves);
    for (int repeat : repeats) {
      int which = repeat % all.size();
      int behind = which + 1 + repeat / all.size() % (all.size() - which);
      all.add(behind, all.get(which));
    }
    return all;
  }

  private static EngineFixture started(FlowBuilder flow) {
    var engine = new EngineFixture(flow.build());
    engine.handle(SAGAS.stream().map(engine::start).toList());
    return engine;
  }

  private static Outcome outcome(EngineFixture engine) {
    return new Outcome(
        SAGAS.stream().map(engine::saga).toList(),
        SAGAS.stream().map(engine::history).toList(),
        pending(engine));
  }

  /** All stored commands with what they carry; each claim takes the oldest of every saga. */
  private static List<String> pending(EngineFixture engine) {
    List<String> commands = new ArrayList<>();
    while (engine.pending() > 0) {
      engine.clock.advance(TestSettings.RELAY.lease());
      List<PendingCommand> oldest =
          engine.keep(List.of(new OutboxUpdate.Poll(ClaimLimits.of(500))));
      oldest.forEach(pending -> commands.add(pending.command().toString()));
      List<CommandId> ids = oldest.stream().map(pending -> pending.command().id()).toList();
      engine.keep(ids.stream().<OutboxUpdate>map(OutboxUpdate.Remove::new).toList());
    }
    return commands.stream().sorted().toList();
  }

  private static EngineRequest request(EngineFixture engine, Move move) {
    JsonValue payload = move.isSound() ? payload(move) : JsonValue.TRUE;
    Optional<EventId> id = move.key().map(key -> new EventId("key" + key));
    return engine.event(SAGAS.get(move.saga()), "e" + move.event(), payload, id);
  }

  private static JsonObject payload(Move move) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("k" + move.event(), move.key().orElse(-1))
        .build();
  }

  private static FlowBuilder flow(List<Edge> edges) {
    FlowBuilder flow = aFlow();
    for (int number = 0; number < 5; number++) {
      StateBuilder state = aState("s" + number);
      int from = number;
      edges.stream()
          .filter(edge -> edge.from() == from)
          .forEach(edge -> state.on("e" + edge.event(), "s" + edge.target()));
      flow.with(number % 2 == 0 ? state.sends("payments", "pay" + number) : state);
    }
    return flow;
  }

  @Provide
  Arbitrary<List<Edge>> edges() {
    var number = Arbitraries.integers().between(0, 4);
    return Combinators.combine(number, number, number).as(Edge::new).list();
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<Optional<Integer>> key = Arbitraries.integers().between(0, 8).optional(0.5);
    return moves(key, Arbitraries.of(true, true, true, false)).list();
  }

  /** Each with a key of its own. */
  @Provide
  Arbitrary<List<Move>> keyedMoves() {
    Arbitrary<Optional<Integer>> key =
        Arbitraries.integers().between(0, 1_000_000).map(Optional::of);
    return moves(key, Arbitraries.of(true, true, true, false))
        .list()
        .uniqueElements(move -> Set.of(move.key()));
  }

  private static Arbitrary<Move> moves(
      Arbitrary<Optional<Integer>> key, Arbitrary<Boolean> isSound) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 4),
            key,
            isSound)
        .as(Move::new);
  }
}
