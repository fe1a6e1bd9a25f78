// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.kafka;

import java.io.IOException;
import java.util.Set;
import order.participants.Arguments;
import order.participants.Console;
import order.participants.Participant;

/**
 * Starts Payment, Stock and Delivery as clients of the broker, in one process, which runs until it
 * is stopped from outside.
 */
public final class KafkaParticipants {

  private static final Set<String> ARGUMENTS = Set.of("broker", "data", "failures", "work-ms");

  private KafkaParticipants() {}

  public static void main(String[] line) {
    try {
      start(KafkaSettings.from(Arguments.of(line, ARGUMENTS)));
    } catch (IllegalArgumentException | IOException fault) {
      System.err.println("The participants cannot start. " + fault.getMessage());
      System.exit(1);
    }
  }

  private static void start(KafkaSettings settings) throws IOException {
    for (Participant participant : Participant.all()) {
      KafkaParticipant joined = KafkaParticipant.join(participant, settings, Console::print);
      Runtime.getRuntime().addShutdownHook(new Thread(joined::close));
      Console.print(participant.name() + " waits for commands");
    }
  }
}
