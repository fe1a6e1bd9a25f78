// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain;

import io.flowmanager.saga.domain.Decision.Ignored;
import io.flowmanager.saga.domain.Decision.Refused;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.Refusal.Violation;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.OutputCommand;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A flow's machine as an immutable table: state × event → transition. It decides without side
 * effects: equal arguments give equal results. Thread-safe.
 */
public final class StateMachine {

  private final FlowVersion version;
  private final String creationEvent;
  private final Row initial;
  private final Map<String, Row> table;
  private final Map<String, List<PayloadCheck>> checks;
  private final MetadataMerge merge;
  private final boolean refuseUnexpected;

  /** A state with its outgoing transitions, by event. */
  private record Row(State state, Map<String, OutgoingTransition> outgoing) {}

  /** A transition with the check that its events must pass. */
  private record OutgoingTransition(Transition transition, PayloadCheck check) {}

  /** Makes the table of a checked definition. */
  public StateMachine(FlowVersion version, MachineDefinition definition, MachineRules rules) {
    this.version = version;
    this.creationEvent = definition.creationEvent();
    this.table = definition.states().stream().map(state -> row(state, rules)).collect(toTable());
    this.initial = table.get(definition.initialState());
    this.checks = checks(definition, rules);
    this.merge = rules.merge();
    this.refuseUnexpected = rules.refuseUnexpected();
  }

  private static Map<String, List<PayloadCheck>> checks(
      MachineDefinition definition, MachineRules rules) {
    return definition.states().stream()
        .flatMap(state -> state.outgoingTransitions().stream())
        .filter(transition -> rules.checks().containsKey(transition))
        .collect(
            Collectors.groupingBy(
                Transition::inputEvent,
                Collectors.mapping(rules::check, Collectors.toUnmodifiableList())));
  }

  private static Row row(State state, MachineRules rules) {
    Map<String, OutgoingTransition> outgoing =
        state.outgoingTransitions().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Transition::inputEvent,
                    transition -> new OutgoingTransition(transition, rules.check(transition)),
                    (first, second) -> first));
    return new Row(state, outgoing);
  }

  private static Collector<Row, ?, Map<String, Row>> toTable() {
    return Collectors.toUnmodifiableMap(row -> row.state().id(), Function.identity());
  }

  /** A new saga in the initial state. */
  public Transitioned start(NewSaga request, Instant now) {
    State state = initial.state();
    var saga =
        new Saga(
            request.id(),
            request.flow(),
            version,
            request.associatedEntityId(),
            position(state, creationEvent),
            request.metadata(),
            0,
            now,
            now);
    return entered(saga, state, Optional.empty());
  }

  /** All checks that may apply to the payload of such an event, depending on the saga's state. */
  public List<PayloadCheck> checks(String label) {
    return checks.getOrDefault(label, List.of());
  }

  /** What the event means for the saga in its current state. */
  public Decision decide(Saga saga, Event event, Instant now) {
    Row row = table.get(saga.state());
    if (row == null) {
      return new Refused(saga, unknownState(saga));
    }
    OutgoingTransition outgoing = row.outgoing().get(event.label());
    if (outgoing == null) {
      return refuseUnexpected ? new Refused(saga, unexpected(saga, row, event)) : new Ignored(saga);
    }
    List<Violation> violations = event.violations(outgoing.check());
    return violations.isEmpty()
        ? take(saga, outgoing.transition(), event, now)
        : new Refused(saga, violating(event, violations));
  }

  private Decision take(Saga saga, Transition transition, Event event, Instant now) {
    if (event.payload().getValueType() == JsonValue.ValueType.NULL) {
      return move(saga, transition, saga.metadata(), now);
    }
    if (!(event.payload() instanceof JsonObject payload)) {
      return new Refused(saga, noObject(event));
    }
    try {
      return move(saga, transition, merge.merge(saga.metadata(), payload), now);
    } catch (MergeFailedException e) {
      return new Refused(saga, new Refusal(Refusal.Kind.MERGE_FAILED, e.getMessage(), List.of()));
    }
  }

  private Transitioned move(Saga saga, Transition transition, JsonObject metadata, Instant now) {
    State target = table.get(transition.targetState()).state();
    var moved =
        new Saga(
            saga.id(),
            saga.flow(),
            version,
            saga.associatedEntityId(),
            position(target, transition.inputEvent()),
            metadata,
            saga.sequence() + 1,
            saga.createdAt(),
            later(now, saga.updatedAt()));
    return entered(moved, target, Optional.of(transition));
  }

  /** Clocks of nodes differ and may be set back; the times of one saga never decrease. */
  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Transitioned entered(Saga saga, State state, Optional<Transition> by) {
    var entry =
        new HistoryEntry(
            saga.sequence(),
            saga.position().latestEvent(),
            by.flatMap(Transition::businessEventId),
            state.id(),
            state.businessStateId(),
            saga.updatedAt());
    return new Transitioned(
        saga,
        entry,
        state.outputCommand().map(output -> command(saga, 0, output)),
        sideEffects(saga, state));
  }

  private static List<Command> sideEffects(Saga saga, State state) {
    List<OutputCommand> outputs = state.sideEffects();
    return IntStream.range(0, outputs.size())
        .mapToObj(i -> command(saga, i + 1, outputs.get(i)))
        .toList();
  }

  private static Command command(Saga saga, int part, OutputCommand output) {
    var id = new CommandId(saga.id(), saga.sequence(), part);
    return new Command(id, saga.state(), output.channel(), output.label(), saga.metadata());
  }

  private static Saga.Position position(State state, String event) {
    return new Saga.Position(state.id(), state.isFinal(), state.businessStateId(), event);
  }

  private static Refusal unexpected(Saga saga, Row row, Event event) {
    String expected =
        row.outgoing().isEmpty()
            ? "no event any more"
            : "one of "
                + row.outgoing().keySet().stream().sorted().collect(Collectors.joining(", "));
    String detail =
        "The saga %s is in the state \"%s\" and does not expect the event \"%s\"; it expects %s."
            .formatted(saga.id(), saga.state(), event.label(), expected);
    return new Refusal(Refusal.Kind.UNEXPECTED_EVENT, detail, List.of());
  }

  private static Refusal violating(Event event, List<Violation> violations) {
    String detail =
        "The payload of the event \""
            + event.label()
            + "\" breaks the schema of its transition in "
            + places(violations.size());
    return new Refusal(Refusal.Kind.INVALID_PAYLOAD, detail, violations);
  }

  private static String places(int count) {
    if (count > Refusal.MOST_VIOLATIONS) {
      return "more than " + Refusal.MOST_VIOLATIONS + " places.";
    }
    return count + (count == 1 ? " place." : " places.");
  }

  private static Refusal noObject(Event event) {
    String detail =
        "The payload of the event \"" + event.label() + "\" must be a JSON object or null.";
    var violation =
        new Refusal.Violation("", "is " + event.payload().getValueType() + ", not an object");
    return new Refusal(Refusal.Kind.INVALID_PAYLOAD, detail, List.of(violation));
  }

  private Refusal unknownState(Saga saga) {
    String detail =
        ("The saga %s is in the state \"%s\", which the flow \"%s\" does not have in its loaded"
             + " version %s; it was last moved by version %s. Load a version of the flow that has"
             + " the state.")
            .formatted(saga.id(), saga.state(), saga.flow(), version, saga.flowVersion());
    return new Refusal(Refusal.Kind.UNKNOWN_STATE, detail, List.of());
  }
}
