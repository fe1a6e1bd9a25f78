// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.saga.domain.Command;
import java.util.Map;
import java.util.Optional;

/** The compiled hooks of a flow's commands. */
public record CommandHooks(Map<Place, CommandHook> byPlace) {

  /** For a flow without hooks. */
  public static final CommandHooks NONE = new CommandHooks(Map.of());

  /**
   * Identifies a command in a flow.
   *
   * @param state id of the state that sends it
   * @param part as in {@link io.flowmanager.saga.domain.CommandId}
   */
  public record Place(String state, int part) {}

  public CommandHooks {
    byPlace = Map.copyOf(byPlace);
  }

  /**
   * The hook at the command's place in this version of the flow. The command may have been stored
   * by another version.
   */
  public Optional<CommandHook> find(Command command) {
    return byPlace.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byPlace.get(new Place(command.state(), command.id().part())));
  }
}
