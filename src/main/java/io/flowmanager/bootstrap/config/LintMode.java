// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.config;

import io.flowmanager.platform.config.CheckedSettings;
import java.util.Locale;
import java.util.regex.Pattern;

/** What happens with findings of the linter when a flow is loaded. */
public enum LintMode {
  /** They are logged. */
  WARN,
  /** An error stops the deployment; mere warnings are logged. */
  STRICT,
  /** Nothing; they can still be queried. */
  OFF;

  private static final Pattern NAMES = Pattern.compile("warn|strict|off");

  static LintMode read(CheckedSettings settings) {
    String name = settings.matching("FLOW_LINT", NAMES, "it must be warn, strict or off");
    return NAMES.matcher(name).matches() ? valueOf(name.toUpperCase(Locale.ROOT)) : OFF;
  }
}
