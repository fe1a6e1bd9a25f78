// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.time.Duration;

/**
 * How commands are carried out.
 *
 * @param time how long it takes
 */
public record Work(BadLuck badLuck, Duration time) {

  /** Reads {@code --failures} and {@code --work-ms}. */
  public static Work from(Arguments arguments) {
    return new Work(
        new BadLuck(arguments.number("failures", 0)),
        Duration.ofMillis(arguments.number("work-ms", 400)));
  }

  /** What the participant answers; it must know the command. */
  public Event result(Participant participant, Command command) {
    return badLuck.strikes(command)
        ? Event.errorOf(command, "Bad luck.")
        : participant.skills().get(command.label()).apply(command);
  }
}
