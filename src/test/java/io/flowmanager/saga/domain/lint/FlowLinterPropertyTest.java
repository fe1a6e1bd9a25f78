// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.Decision;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.FirstLevelMerge;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.MachineRules;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.StateMachine;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.flow.FlowReading;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.reader.FlowReader;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * The linter against the machine that runs, and against a search that is too simple to be wrong.
 */
class FlowLinterPropertyTest {

  private static final SagaId ID = new SagaId("saga");
  private static final Instant NOW = Instant.EPOCH;

  @Provide
  Arbitrary<RandomFlow> flows() {
    return RandomFlow.any();
  }

  @Provide
  Arbitrary<List<Integer>> walks() {
    return Arbitraries.integers().between(0, 3).list().ofMinSize(0).ofMaxSize(60);
  }

  @Property(tries = 3000)
  void walkThroughAFlowThatPassesNeverLosesTheWayToAFinalState(
      @ForAll("flows") RandomFlow flow, @ForAll("walks") List<Integer> walk) {
    MachineDefinition machine = machine(flow);
    boolean passes = new FlowLinter().lint(flow.document().json()).errors() == 0;
    Statistics.label("passes")
        .collect(passes)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 2));

    if (passes) {
      Set<String> finishing = finishing(machine);
      assertThat(statesOn(walk, machine)).isSubsetOf(finishing);
    }
  }

  @Property(tries = 1000)
  void everyStateThatIsCalledHopelessIsHopelessAndNoOther(@ForAll("flows") RandomFlow flow) {
    MachineDefinition machine = machine(flow);
    LintReport report = new FlowLinter().lint(flow.document().json());

    Set<String> hopeless = allStates(machine);
    hopeless.removeAll(finishing(machine));

    boolean told =
        report.findings().stream()
            .map(Finding::code)
            .anyMatch(
                code ->
                    code == FindingCode.DEAD_END
                        || code == FindingCode.ENDLESS_LOOP
                        || code == FindingCode.NO_WAY_TO_FINAL);
    assertThat(told).isEqualTo(!hopeless.isEmpty());
    assertThat(hopeless).containsAll(statesOf(report, FindingCode.NO_WAY_TO_FINAL, machine));
    assertThat(hopeless).containsAll(statesOf(report, FindingCode.ENDLESS_LOOP, machine));
    assertThat(hopeless).containsAll(statesOf(report, FindingCode.DEAD_END, machine));
  }

  @Property(tries = 1000)
  void everyStateThatNoWalkEntersIsCalledUnreachable(@ForAll("flows") RandomFlow flow) {
    MachineDefinition machine = machine(flow);
    Set<String> unreached = allStates(machine);
    unreached.removeAll(reachable(machine));

    LintReport report = new FlowLinter().lint(flow.document().json());

    assertThat(statesOf(report, FindingCode.UNREACHABLE_STATE, machine)).isEqualTo(unreached);
  }

  @Property(tries = 1000)
  void counterExampleLeadsToItsState(@ForAll("flows") RandomFlow flow) {
    MachineDefinition machine = machine(flow);

    for (Finding finding : new FlowLinter().lint(flow.document().json()).findings()) {
      if (!finding.path().isEmpty()) {
        assertThat(lastOf(finding.path(), machine)).isEqualTo(stateOf(finding, machine));
      }
    }
  }

  private static MachineDefinition machine(RandomFlow flow) {
    FlowReading reading = new FlowReader().read(flow.document().json());
    return ((FlowReading.Sound) reading).definition().machine();
  }

  private static String lastOf(List<String> events, MachineDefinition machine) {
    List<String> states = states(events, machine);
    return states.get(states.size() - 1);
  }

  private static List<String> statesOn(List<Integer> walk, MachineDefinition machine) {
    return states(walk.stream().map(event -> "e" + event).toList(), machine);
  }

  /** The states that the running machine goes through. */
  private static List<String> states(List<String> events, MachineDefinition definition) {
    var merge = new FirstLevelMerge(JsonText.builders());
    var machine =
        new StateMachine(
            new FlowVersion("1"), definition, new MachineRules(merge, Map.of(), false));
    var request = new NewSaga(ID, new FlowName("f"), "entity", JsonValue.EMPTY_JSON_OBJECT);
    Saga saga = machine.start(request, NOW).saga();
    List<String> states = new ArrayList<>(List.of(saga.state()));
    for (String label : events) {
      var event = new Event(ID, label, JsonValue.NULL, Optional.empty());
      if (machine.decide(saga, event, NOW) instanceof Decision.Transitioned moved) {
        saga = moved.saga();
        states.add(saga.state());
      }
    }
    return states;
  }

  private static Set<String> statesOf(
      LintReport report, FindingCode code, MachineDefinition machine) {
    return report.findings().stream()
        .filter(finding -> finding.code() == code)
        .map(finding -> stateOf(finding, machine))
        .collect(Collectors.toSet());
  }

  private static String stateOf(Finding finding, MachineDefinition machine) {
    return machine.states().get(Integer.parseInt(finding.pointer().split("/")[3])).id();
  }

  private static Set<String> allStates(MachineDefinition machine) {
    return machine.states().stream()
        .map(MachineDefinition.State::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> reachable(MachineDefinition machine) {
    Set<String> reached = new HashSet<>(Set.of(machine.initialState()));
    repeatedly(
        machine,
        state -> {
          if (reached.contains(state.id())) {
            reached.addAll(targets(state));
          }
        });
    return reached;
  }

  private static Set<String> finishing(MachineDefinition machine) {
    Set<String> finishing = new HashSet<>();
    repeatedly(
        machine,
        state -> {
          if (state.isFinal() || targets(state).stream().anyMatch(finishing::contains)) {
            finishing.add(state.id());
          }
        });
    return finishing;
  }

  /** As often as there are states is often enough for anything to get from each to each. */
  private static void repeatedly(
      MachineDefinition machine, Consumer<MachineDefinition.State> step) {
    IntStream.range(0, machine.states().size()).forEach(round -> machine.states().forEach(step));
  }

  private static Set<String> targets(MachineDefinition.State state) {
    Set<String> events = new HashSet<>();
    return state.outgoingTransitions().stream()
        .filter(way -> events.add(way.inputEvent()))
        .map(MachineDefinition.Transition::targetState)
        .collect(Collectors.toSet());
  }
}
