// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

/** JSON pointers of what findings are about. */
final class Pointers {

  private Pointers() {}

  static String channel(int channel) {
    return "/communicationProtocols/" + channel;
  }

  static String state(int state) {
    return "/machineDefinition/states/" + state;
  }

  static String transition(int state, int transition) {
    return state(state) + "/outgoingTransitions/" + transition;
  }

  static String businessState(int businessState) {
    return "/machineDefinition/businessStates/" + businessState;
  }

  static String businessEvent(int businessEvent) {
    return "/machineDefinition/businessEvents/" + businessEvent;
  }
}
