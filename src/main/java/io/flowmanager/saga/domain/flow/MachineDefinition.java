// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The finite state machine as it was written ({@code machineDefinition}). Every reference in it has
 * been checked: the initial state, target states, business ids and channels exist.
 */
public record MachineDefinition(
    String initialState,
    String creationEvent,
    List<State> states,
    List<BusinessLabel> businessStates,
    List<BusinessLabel> businessEvents) {

  /** A state; its side effects and transitions in the order of the file. */
  public record State(
      String id,
      Optional<String> description,
      boolean isFinal,
      BusinessId businessStateId,
      Optional<OutputCommand> outputCommand,
      List<OutputCommand> sideEffects,
      List<Transition> outgoingTransitions,
      Optional<Timeout> timeout) {}

  /** A transition of a state. Of two for one event, the first one counts. */
  public record Transition(
      String inputEvent,
      String targetState,
      Optional<BusinessId> businessEventId,
      Optional<JsonObject> payloadValidationSchema) {}

  /** A command that a state sends when it is entered. */
  public record OutputCommand(String channel, String label, Optional<Hook> hook) {}

  /** After this long in the state the event is raised (our extension of the format). */
  public record Timeout(Duration after, String event) {}
}
