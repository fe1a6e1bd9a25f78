// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings of a test, as texts. */
public record MapConfig(Map<String, String> settings) implements Config {

  @Override
  public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
    return Optional.ofNullable(settings.get(key)).map(type::cast);
  }

  @Override
  public <T> T getValue(String key, Class<T> type) {
    return getOptionalValue(key, type).orElseThrow();
  }

  @Override
  public Iterable<String> getPropertyNames() {
    return settings.keySet();
  }

  @Override
  public ConfigValue getConfigValue(String key) {
    return new Value(key, settings.get(key));
  }

  private record Value(String getName, String getValue) implements ConfigValue {

    @Override
    public String getRawValue() {
      return getValue;
    }

    @Override
    public String getSourceName() {
      return "test";
    }

    @Override
    public int getSourceOrdinal() {
      return ConfigSource.DEFAULT_ORDINAL;
    }
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
