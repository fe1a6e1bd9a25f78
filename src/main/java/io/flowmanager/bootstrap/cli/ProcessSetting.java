// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.cli;

import java.util.Locale;
import java.util.Optional;

/** A setting of the process, as a server would read it: a system property or the environment. */
record ProcessSetting(String name) {

  /** Nothing when it is not set, or blank. */
  Optional<String> value() {
    String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Optional.ofNullable(System.getProperty(name, System.getenv(variable)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
