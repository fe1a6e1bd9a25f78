// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.naming;

import io.flowmanager.saga.domain.flow.MachineDefinition.OutputCommand;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import java.util.ArrayList;
import java.util.List;

/**
 * A place where the file uses a label.
 *
 * @param order how many of its kind come before it in the file
 * @param state number of the state
 */
record LabelUse(String label, int order, int state, String pointer) {

  /** The events that states wait for, in the order of the file. */
  static List<LabelUse> events(List<State> states) {
    List<LabelUse> uses = new ArrayList<>();
    for (int number = 0; number < states.size(); number++) {
      List<Transition> transitions = states.get(number).outgoingTransitions();
      for (int i = 0; i < transitions.size(); i++) {
        String pointer = Pointers.transition(number, i) + "/inputEvent";
        uses.add(new LabelUse(transitions.get(i).inputEvent(), uses.size(), number, pointer));
      }
    }
    return uses;
  }

  /** The commands that states send, in the order of the file. */
  static List<LabelUse> commands(List<State> states) {
    List<LabelUse> uses = new ArrayList<>();
    for (int number = 0; number < states.size(); number++) {
      State state = states.get(number);
      int sender = number;
      String pointer = Pointers.state(number);
      state
          .outputCommand()
          .ifPresent(
              command ->
                  uses.add(
                      new LabelUse(
                          command.label(), uses.size(), sender, pointer + "/outputCommand/label")));
      List<OutputCommand> effects = state.sideEffects();
      for (int i = 0; i < effects.size(); i++) {
        uses.add(
            new LabelUse(
                effects.get(i).label(),
                uses.size(),
                number,
                pointer + "/sideEffects/" + i + "/label"));
      }
    }
    return uses;
  }
}
