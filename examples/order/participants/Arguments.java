// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A command line of {@code --name value} pairs. What is wrong with it is an {@link
 * IllegalArgumentException}.
 */
public record Arguments(Map<String, String> values) {

  public static Arguments of(String[] line, Set<String> names) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < line.length; i += 2) {
      String name = line[i].replaceFirst("^--", "");
      if (!names.contains(name) || i + 1 == line.length) {
        throw new IllegalArgumentException(
            "%s is not understood: give --name value, with one of the names %s."
                .formatted(line[i], names));
      }
      values.put(name, line[i + 1]);
    }
    return new Arguments(Map.copyOf(values));
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  public int number(String name, int otherwise) {
    String text = text(name, String.valueOf(otherwise));
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "--%s is a whole number, not \"%s\".".formatted(name, text));
    }
    return Integer.parseInt(text);
  }
}
