// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.BusinessLabel;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.OutputCommand;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Timeout;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of a diagram of a flow. Texts are as in the flow file; renderers make them safe and
 * readable.
 *
 * @param initialKey key of the state that the creation event leads to
 * @param groups business states that have states, in reading order
 * @param arrows in reading order of the states that they leave
 */
public record FlowDiagram(
    String name, String creationEvent, String initialKey, List<Group> groups, List<Arrow> arrows) {

  /** A business state with its states in reading order. */
  public record Group(String label, List<Step> steps) {}

  /**
   * A state.
   *
   * @param key unique among the states; letters, digits and underscores only, and not a reserved
   *     word of Mermaid or DOT; equal to the id if the id is such a word
   */
  public record Step(
      String key,
      String id,
      Optional<String> description,
      Kind kind,
      Optional<Sending> command,
      List<Sending> sideEffects) {}

  /** A command and its channel. */
  public record Sending(String label, String channel) {

    /** What a picture says of it. */
    public String caption() {
      return label + " → " + channel;
    }
  }

  /** The kind of a state, as {@code ErrorPaths} determines it. */
  public enum Kind {
    /** Not final, reachable without an error. */
    WORKING,
    /** Not final, reachable only after an error. */
    COMPENSATING,
    /** Final, reachable without an error. */
    COMPLETED,
    /** Final, reachable only after an error. */
    FAILED;

    /** Whether the state is final. */
    public boolean isEnd() {
      return this == COMPLETED || this == FAILED;
    }
  }

  /**
   * A transition.
   *
   * @param error whether the event reports an error
   * @param timeout how long the state waits before it raises the event itself
   */
  public record Arrow(
      String from, String to, String event, boolean error, Optional<Duration> timeout) {

    /** What a picture says of it. */
    public String caption() {
      return event + timeout.map(after -> " after " + ReadableText.duration(after)).orElse("");
    }
  }

  /**
   * The diagram of a machine that {@link io.flowmanager.saga.domain.flow.reader.FlowReader} has
   * checked.
   */
  public static FlowDiagram of(String name, MachineDefinition written) {
    MachineDefinition machine = ReadingOrder.of(written);
    StepKeys keys = StepKeys.of(machine);
    ErrorPaths errors = ErrorPaths.of(machine);
    Map<BusinessId, List<State>> members =
        machine.states().stream()
            .collect(groupingBy(State::businessStateId, LinkedHashMap::new, toList()));
    Map<BusinessId, BusinessLabel> labels =
        machine.businessStates().stream().collect(toMap(BusinessLabel::id, identity()));
    List<Group> groups =
        members.entrySet().stream()
            .map(e -> new Group(text(labels.get(e.getKey())), steps(e.getValue(), keys, errors)))
            .toList();
    List<Arrow> arrows = machine.states().stream().flatMap(state -> arrows(state, keys)).toList();
    return new FlowDiagram(
        name, machine.creationEvent(), keys.of(machine.initialState()), groups, arrows);
  }

  /** All states, group by group. */
  public Stream<Step> steps() {
    return groups.stream().flatMap(group -> group.steps().stream());
  }

  private static String text(BusinessLabel label) {
    return label.description().isBlank()
        ? label.id().string().orElse(label.id().text())
        : label.description();
  }

  private static List<Step> steps(List<State> states, StepKeys keys, ErrorPaths errors) {
    return states.stream().map(state -> step(state, keys, errors)).toList();
  }

  private static Step step(State state, StepKeys keys, ErrorPaths errors) {
    return new Step(
        keys.of(state.id()),
        state.id(),
        state.description(),
        errors.kind(state),
        state.outputCommand().map(FlowDiagram::sending),
        state.sideEffects().stream().map(FlowDiagram::sending).toList());
  }

  private static Sending sending(OutputCommand command) {
    return new Sending(command.label(), command.channel());
  }

  private static Stream<Arrow> arrows(State state, StepKeys keys) {
    return state.outgoingTransitions().stream()
        .map(
            transition ->
                new Arrow(
                    keys.of(state.id()),
                    keys.of(transition.targetState()),
                    transition.inputEvent(),
                    ErrorPaths.isError(transition.inputEvent()),
                    timeout(state, transition)));
  }

  private static Optional<Duration> timeout(State state, Transition transition) {
    return state
        .timeout()
        .filter(timeout -> timeout.event().equals(transition.inputEvent()))
        .map(Timeout::after);
  }
}
