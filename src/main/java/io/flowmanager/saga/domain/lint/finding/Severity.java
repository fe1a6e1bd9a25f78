// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.finding;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  /** A saga will fail, or a part of the file cannot work. */
  ERROR,
  /** It looks wrong, but may be intended. */
  WARNING;

  /** The name in answers. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
