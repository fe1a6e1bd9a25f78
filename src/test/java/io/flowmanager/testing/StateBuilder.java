// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.MachineDefinition.OutputCommand;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A state of a machine, as tests write it down. */
public final class StateBuilder {

  private final String id;
  private final List<OutputCommand> sideEffects = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();
  private Optional<OutputCommand> command = Optional.empty();
  private BusinessId businessState = new BusinessId("1");
  private boolean isFinal;

  private StateBuilder(String id) {
    this.id = id;
  }

  public static StateBuilder aState(String id) {
    return new StateBuilder(id);
  }

  public StateBuilder isFinal() {
    isFinal = true;
    return this;
  }

  /**
   * @param text canonical text of the business id
   */
  public StateBuilder meaning(String text) {
    businessState = new BusinessId(text);
    return this;
  }

  public StateBuilder sends(String channel, String label) {
    command = Optional.of(output(channel, label));
    return this;
  }

  public StateBuilder alsoSends(String channel, String label) {
    sideEffects.add(output(channel, label));
    return this;
  }

  public StateBuilder on(String event, String target) {
    return on(event, target, Optional.empty());
  }

  public StateBuilder on(String event, String target, String businessEvent) {
    return on(event, target, Optional.of(new BusinessId(businessEvent)));
  }

  private StateBuilder on(String event, String target, Optional<BusinessId> businessEvent) {
    transitions.add(new Transition(event, target, businessEvent, Optional.empty()));
    return this;
  }

  private static OutputCommand output(String channel, String label) {
    return new OutputCommand(channel, label, Optional.empty());
  }

  State build() {
    return new State(
        id,
        Optional.empty(),
        isFinal,
        businessState,
        command,
        List.copyOf(sideEffects),
        List.copyOf(transitions),
        Optional.empty());
  }
}
