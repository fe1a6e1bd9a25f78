// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * Reads settings one by one and collects their faults, so that all can be reported together. For a
 * faulty setting it returns a placeholder, so that reading can continue; if there are faults, the
 * values must not be used.
 */
public final class CheckedSettings {

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");

  private final Config config;
  private final List<String> faults = new ArrayList<>();

  public CheckedSettings(Config config) {
    this.config = config;
  }

  /**
   * The text of an optional setting; a blank text counts as not set. The setting may be given by
   * its key or by its environment name, in any source; the source with the higher ordinal wins.
   */
  public Optional<String> text(String key) {
    ConfigValue byKey = config.getConfigValue(key);
    ConfigValue byVariable = config.getConfigValue(EnvironmentName.of(key));
    boolean isStronger =
        byVariable.getValue() != null
            && (byKey.getValue() == null
                || byVariable.getSourceOrdinal() > byKey.getSourceOrdinal());
    return Optional.ofNullable((isStronger ? byVariable : byKey).getValue())
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** An optional text that must have a certain form. */
  public String matching(String key, Pattern form, String explanation) {
    String value = text(key).orElse("");
    if (!form.matcher(value).matches()) {
      fault(key, value, explanation);
    }
    return value;
  }

  /** A whole number within bounds. */
  public int number(String key, int min, int max) {
    String value = text(key).orElse("");
    // Long.parseLong accepts digits of every script.
    long number = NUMBER.matcher(value).matches() ? Long.parseLong(value) : Long.MIN_VALUE;
    if (number >= min && number <= max) {
      return (int) number;
    }
    fault(key, value, "it must be a whole number from " + min + " to " + max);
    return min;
  }

  /** A duration within bounds. */
  public Duration duration(String key, Duration min, Duration max) {
    String value = text(key).orElse("");
    try {
      Duration duration = Duration.parse(value);
      if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      return wrongDuration(key, value, min, max);
    }
    return wrongDuration(key, value, min, max);
  }

  private Duration wrongDuration(String key, String value, Duration min, Duration max) {
    fault(
        key,
        value,
        "it must be an ISO-8601 duration from " + min + " to " + max + ", such as PT2.5S");
    return min;
  }

  /** {@code true} or {@code false}, in any case. */
  public boolean flag(String key) {
    String value = text(key).orElse("").toLowerCase(Locale.ROOT);
    if (!value.equals("true") && !value.equals("false")) {
      fault(key, value, "it must be true or false");
    }
    return value.equals("true");
  }

  /** Records that the setting is wrong. */
  public void fault(String key, String value, String rule) {
    faults.add("The setting " + key + " is \"" + value + "\": " + rule + ".");
  }

  /** Records another fault, as a sentence. */
  public void fault(String sentence) {
    faults.add(sentence);
  }

  /** All faults so far. */
  public List<String> faults() {
    return List.copyOf(faults);
  }
}
