// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Settings of the application that the launcher needs as well: of system properties and the
 * environment, else the application's own defaults, which the build puts beside this class.
 */
public record LauncherSettings(UnaryOperator<String> given, Properties defaults) {

  private static final String DEFAULTS = "defaults.properties";

  public static LauncherSettings ofProcess() {
    return new LauncherSettings(
        name -> System.getProperty(name, System.getenv(name)), bundledDefaults());
  }

  private static Properties bundledDefaults() {
    Properties defaults = new Properties();
    try (InputStream stream = LauncherSettings.class.getResourceAsStream(DEFAULTS)) {
      defaults.load(stream);
      return defaults;
    } catch (IOException e) {
      throw new UncheckedIOException("The bundle's defaults cannot be read.", e);
    }
  }

  /**
   * @throws UnusableSettingException when it is no whole number within the bounds
   */
  int number(String key, int min, int max) {
    String text = text(key);
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw unusable(key, "a whole number from " + min + " to " + max, text);
    }
    throw unusable(key, "a whole number from " + min + " to " + max, text);
  }

  /**
   * @throws UnusableSettingException when it is no ISO-8601 duration within the bounds
   */
  public Duration duration(String key, Duration min, Duration max) {
    String text = text(key);
    try {
      Duration value = Duration.parse(text);
      if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
        return value;
      }
    } catch (DateTimeParseException e) {
      throw unusable(key, "a duration from " + min + " to " + max, text);
    }
    throw unusable(key, "a duration from " + min + " to " + max, text);
  }

  private String text(String key) {
    String value = given.apply(key);
    String inEnvironment = value == null ? given.apply(environmentName(key)) : value;
    return inEnvironment == null || inEnvironment.isBlank()
        ? defaults.getProperty(key)
        : inEnvironment.strip();
  }

  /** As MicroProfile Config spells a key in the environment. */
  private static String environmentName(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static UnusableSettingException unusable(String key, String bounds, String text) {
    return new UnusableSettingException(key + " must be " + bounds + ", but is '" + text + "'.");
  }
}
