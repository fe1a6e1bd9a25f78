// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.finding;

import io.flowmanager.saga.domain.flow.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Words for messages. */
public final class Words {

  private static final int LISTED = 5;

  private Words() {}

  /** The first few in quotes, and how many more there are. */
  public static String list(Collection<String> labels) {
    return list(labels, LISTED);
  }

  /** The first so many in quotes, and how many more there are. */
  public static String list(Collection<String> labels, int most) {
    String first =
        labels.stream().limit(most).map(Spelling::quote).collect(Collectors.joining(", "));
    return labels.size() > most ? first + " and " + (labels.size() - most) + " more" : first;
  }

  /** A question for a near word, with a blank in front; empty when none is near. */
  public static String advice(String word, Collection<String> known) {
    return Spelling.nearest(word, List.copyOf(known))
        .map(near -> " Did you mean " + Spelling.quote(near) + "?")
        .orElse("");
  }
}
