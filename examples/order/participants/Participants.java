// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Starts Payment, Stock and Delivery in one process, which runs until it is stopped from outside.
 */
public final class Participants {

  private static final Set<String> ARGUMENTS =
      Set.of("flow-manager", "data", "failures", "work-ms");

  private Participants() {}

  public static void main(String[] line) {
    try {
      start(Settings.from(Arguments.of(line, ARGUMENTS)));
    } catch (IllegalArgumentException | IOException fault) {
      System.err.println("The participants cannot start. " + fault.getMessage());
      System.exit(1);
    }
  }

  /** The ports that have to be free. */
  public static List<Integer> ports() {
    return Participant.all().stream().map(Participant::port).toList();
  }

  private static void start(Settings settings) throws IOException {
    for (Participant participant : Participant.all()) {
      ParticipantServer.start(participant, settings, Console::print);
      Console.print("%-9s listens at port %d".formatted(participant.name(), participant.port()));
    }
  }
}
