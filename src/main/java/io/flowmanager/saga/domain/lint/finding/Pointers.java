// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.finding;

/** JSON pointers of what findings are about. */
public final class Pointers {

  private Pointers() {}

  public static String channel(int channel) {
    return "/communicationProtocols/" + channel;
  }

  public static String state(int state) {
    return "/machineDefinition/states/" + state;
  }

  public static String transition(int state, int transition) {
    return state(state) + "/outgoingTransitions/" + transition;
  }

  public static String businessState(int businessState) {
    return "/machineDefinition/businessStates/" + businessState;
  }

  public static String businessEvent(int businessEvent) {
    return "/machineDefinition/businessEvents/" + businessEvent;
  }
}
