// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.domain.Command;
import java.util.Map;
import java.util.Optional;

/** The hooks of a flow's commands, ready to run. */
public record CommandHooks(Map<Place, CommandHook> byPlace) {

  /** Of a flow without hooks. */
  public static final CommandHooks NONE = new CommandHooks(Map.of());

  /**
   * Which command of a flow.
   *
   * @param state id of the state that sends it
   * @param part as in {@link io.flowmanager.saga.domain.CommandId}
   */
  public record Place(String state, int part) {}

  public CommandHooks {
    byPlace = Map.copyOf(byPlace);
  }

  /** The hook at the command's place, whichever version of the flow has stored the command. */
  public Optional<CommandHook> find(Command command) {
    return byPlace.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byPlace.get(new Place(command.state(), command.id().part())));
  }
}
