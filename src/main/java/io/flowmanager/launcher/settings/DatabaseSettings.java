// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the default data source is made of; {@code domain.xsl} refers to the properties. */
public record DatabaseSettings(
    DatabaseEngine engine,
    String url,
    String user,
    String password,
    int poolSize,
    Duration statementTimeout) {

  private static final String DEFAULT_URL = "jdbc:h2:file:./data/flow-manager";
  private static final int SMALLEST_DEFAULT_POOL = 16;
  private static final int SMALLEST_POOL = 3;
  private static final int LARGEST_POOL = 1000;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /**
   * Reads DB_URL, DB_USER, DB_PASSWORD, DB_POOL_SIZE and DB_STATEMENT_TIMEOUT; an empty value
   * counts as none.
   *
   * @throws UnusableSettingException when a value cannot be used
   */
  public static DatabaseSettings read(UnaryOperator<String> settings) {
    String url = value(settings, "DB_URL").orElse(DEFAULT_URL);
    DatabaseEngine engine = DatabaseEngine.of(url).orElseThrow(DatabaseSettings::unknownDatabase);
    Duration limit = StatementTimeout.read(value(settings, StatementTimeout.NAME));
    return new DatabaseSettings(
        engine,
        engine.withDefaults(url, limit),
        value(settings, "DB_USER").orElse(""),
        value(settings, "DB_PASSWORD").orElse(""),
        poolSize(value(settings, "DB_POOL_SIZE").orElseGet(DatabaseSettings::defaultPoolSize)),
        limit);
  }

  public Map<String, String> toSystemProperties() {
    return Map.of(
        "flow-manager.database.data-source-class", engine.dataSourceClass(),
        "flow-manager.database.url", url,
        "flow-manager.database.user", user,
        "flow-manager.database.password", password,
        "flow-manager.database.pool-size", Integer.toString(poolSize),
        "flow-manager.database.validation-class", engine.validationClass(),
        "flow-manager.database.init-sql", engine.newSession(url, statementTimeout));
  }

  /** Leaves out all that may carry a password. */
  @Override
  public String toString() {
    return "DatabaseSettings[engine=" + engine + ", poolSize=" + poolSize + "]";
  }

  private static Optional<String> value(UnaryOperator<String> settings, String name) {
    return Optional.ofNullable(settings.apply(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static UnusableSettingException unknownDatabase() {
    String prefixes =
        Arrays.stream(DatabaseEngine.values())
            .map(DatabaseEngine::urlPrefix)
            .collect(Collectors.joining(", "));
    return new UnusableSettingException(
        "DB_URL names no database that Flow Manager knows: it must start with one of "
            + prefixes
            + ".");
  }

  /** More than lanes, readers, hooks, outbox and probe use at once with their defaults. */
  private static String defaultPoolSize() {
    int wanted = 2 * Runtime.getRuntime().availableProcessors() + 8;
    return Integer.toString(Math.max(SMALLEST_DEFAULT_POOL, wanted));
  }

  private static int poolSize(String text) {
    // Integer.parseInt takes the digits of every script.
    int size = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (size >= SMALLEST_POOL && size <= LARGEST_POOL) {
      return size;
    }
    throw new UnusableSettingException(
        "DB_POOL_SIZE must be a whole number from "
            + SMALLEST_POOL
            + " to "
            + LARGEST_POOL
            + ", but is '"
            + text
            + "'.");
  }
}
