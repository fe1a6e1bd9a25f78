// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.util.function.Consumer;

/** One line for each thing that happens to a command. */
record Log(String participant, Consumer<String> lines) {

  void line(Command command, String text) {
    lines.accept("%-9s %s  %s".formatted(participant, command.sagaId(), text));
  }
}
