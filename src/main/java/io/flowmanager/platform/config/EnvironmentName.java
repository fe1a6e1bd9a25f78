// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.config;

import java.util.Locale;

/** The name of a setting as an environment variable. */
public final class EnvironmentName {

  private EnvironmentName() {}

  /** In upper case, with an underscore for each character that is neither letter nor digit. */
  public static String of(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
