// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings of a test from several sources, as texts, by the ordinals of the sources. */
public record LayeredConfig(TreeMap<Integer, Map<String, String>> sources) implements Config {

  public static LayeredConfig of(int ordinal, Map<String, String> settings) {
    return new LayeredConfig(new TreeMap<>(Map.of(ordinal, settings)));
  }

  /** These and those of another source. */
  public LayeredConfig and(int ordinal, Map<String, String> settings) {
    var all = new TreeMap<>(sources);
    all.put(ordinal, settings);
    return new LayeredConfig(all);
  }

  private record Value(String getName, String getValue, int getSourceOrdinal)
      implements ConfigValue {

    @Override
    public String getRawValue() {
      return getValue;
    }

    @Override
    public String getSourceName() {
      return "test " + getSourceOrdinal;
    }
  }

  @Override
  public ConfigValue getConfigValue(String key) {
    return sources.descendingMap().entrySet().stream()
        .filter(source -> source.getValue().containsKey(key))
        .findFirst()
        .map(source -> new Value(key, source.getValue().get(key), source.getKey()))
        .orElse(new Value(key, null, 0));
  }

  @Override
  public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
    return Optional.ofNullable(getConfigValue(key).getValue()).map(type::cast);
  }

  @Override
  public <T> T getValue(String key, Class<T> type) {
    return getOptionalValue(key, type).orElseThrow();
  }

  @Override
  public Iterable<String> getPropertyNames() {
    return sources.values().stream().flatMap(source -> source.keySet().stream()).toList();
  }

  @Override
  public Iterable<ConfigSource> getConfigSources() {
    return List.of();
  }

  @Override
  public <T> Optional<Converter<T>> getConverter(Class<T> type) {
    return Optional.empty();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new IllegalArgumentException("Nothing is inside.");
  }
}
