// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.util.function.Consumer;

/** One line for each thing that happens to a participant. */
public record Log(String participant, Consumer<String> lines) {

  public void line(Command command, String text) {
    line(command.sagaId() + "  " + text);
  }

  public void line(String text) {
    lines.accept("%-9s %s".formatted(participant, text));
  }
}
