// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.finding;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  /** A saga goes wrong, or a part of the file cannot do what it is there for. */
  ERROR,
  /** It looks odd, and may well be meant. */
  WARNING;

  /** The name in answers. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
