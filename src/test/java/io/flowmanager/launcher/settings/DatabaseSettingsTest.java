// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

  @Test
  void withoutSettingsTheDatabaseIsAFileThatKeepsEachCommit() {
    DatabaseSettings settings = read(Map.of());

    assertThat(settings.engine()).isEqualTo(DatabaseEngine.H2);
    assertThat(settings.url())
        .startsWith("jdbc:h2:file:./data/flow-manager;")
        .contains(";WRITE_DELAY=0;");
  }

  @Test
  void anOptionOfTheUrlWinsOverOurs() {
    DatabaseSettings settings = read(Map.of("DB_URL", "jdbc:h2:mem:x;write_delay=50"));

    assertThat(settings.url()).contains(";write_delay=50;").doesNotContain("WRITE_DELAY=0");
  }

  @Test
  void postgresqlGetsItsDataSourceAndRewritesBatches() {
    Map<String, String> properties =
        read(Map.of("DB_URL", "jdbc:postgresql://db/flows")).toSystemProperties();

    assertThat(properties)
        .containsEntry(
            "flow-manager.database.data-source-class", "org.postgresql.ds.PGSimpleDataSource")
        .containsEntry(
            "flow-manager.database.validation-class",
            "io.flowmanager.launcher.pool.WritableConnection");
    assertThat(properties.get("flow-manager.database.url"))
        .startsWith("jdbc:postgresql://db/flows?reWriteBatchedInserts=true&");
  }

  @Test
  void nothingWaitsForPostgresqlWithoutALimit() {
    Map<String, String> properties =
        read(Map.of("DB_URL", "jdbc:postgresql://db/flows", "DB_STATEMENT_TIMEOUT", "PT20S"))
            .toSystemProperties();

    assertThat(properties.get("flow-manager.database.url"))
        .contains("&connectTimeout=3&loginTimeout=3&socketTimeout=20")
        .doesNotContain("targetServerType");
    assertThat(properties)
        .containsEntry(
            "flow-manager.database.init-sql",
            "set lock_timeout = 10000; set statement_timeout = 16000");
  }

  @Test
  void mariadbGetsItsDataSourceItsIsolationAndLimits() {
    Map<String, String> properties =
        read(Map.of(
                "DB_URL", "jdbc:mariadb://db/flows?sslMode=trust", "DB_STATEMENT_TIMEOUT", "PT9S"))
            .toSystemProperties();

    assertThat(properties)
        .containsEntry(
            "flow-manager.database.data-source-class", "org.mariadb.jdbc.MariaDbDataSource")
        .containsEntry(
            "flow-manager.database.validation-class",
            "io.flowmanager.launcher.pool.WritableMariaDb")
        .containsEntry(
            "flow-manager.database.init-sql",
            "set session innodb_lock_wait_timeout = 4, session max_statement_time = 7.2");
    assertThat(properties.get("flow-manager.database.url"))
        .isEqualTo(
            "jdbc:mariadb://db/flows?sslMode=trust&transactionIsolation=READ-COMMITTED"
                + "&allowLocalInfile=false&tcpKeepAlive=true&connectTimeout=3000&socketTimeout=9000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sequential", "replication", "loadbalance"})
  void mariadbServersThatTheDriverChoosesFromAreRefused(String mode) {
    assertThatThrownBy(() -> read(Map.of("DB_URL", "jdbc:mariadb:" + mode + "://one,two/flows")))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("jdbc:mariadb://");
  }

  @Test
  void ofSeveralHostsTheOneThatCanBeWrittenToIsLookedFor() {
    DatabaseSettings settings = read(Map.of("DB_URL", "jdbc:postgresql://one,two:5433/flows"));

    assertThat(settings.url())
        .contains("&loginTimeout=6&", "&targetServerType=primary&hostRecheckSeconds=1");
  }

  @Test
  void sessionsThatAreSharedAreToldNothing() {
    DatabaseSettings settings =
        read(Map.of("DB_URL", "jdbc:postgresql://db/flows?prepareThreshold=0"));

    assertThat(settings.toSystemProperties()).containsEntry("flow-manager.database.init-sql", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1.9S", "PT1H1S", "10", "-PT10S", "soon"})
  void aStatementTimeoutOutsideItsBoundsIsRefused(String timeout) {
    assertThatThrownBy(() -> read(Map.of("DB_STATEMENT_TIMEOUT", timeout)))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("DB_STATEMENT_TIMEOUT", "PT2S", "PT1H", "'" + timeout + "'");
  }

  @Test
  void anOptionJoinsThoseThatTheUrlHas() {
    DatabaseSettings settings = read(Map.of("DB_URL", "jdbc:postgresql://db/flows?ssl=true"));

    assertThat(settings.url()).contains("/flows?ssl=true&reWriteBatchedInserts=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres://joe:hush@db/flows", "jdbc:oracle:thin:joe/hush@db", "hush"})
  void anUnknownDatabaseIsRefusedWithoutShowingTheUrl(String url) {
    assertThatThrownBy(() -> read(Map.of("DB_URL", url)))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("jdbc:postgresql://")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "1001", "many", "2.5", "-5", "99999999999", "١٦"})
  void aPoolSizeOutsideItsBoundsIsRefused(String size) {
    assertThatThrownBy(() -> read(Map.of("DB_POOL_SIZE", size)))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("DB_POOL_SIZE")
        .hasMessageContaining("'" + size + "'");
  }

  @Test
  void anEmptySettingCountsAsNone() {
    assertThat(read(Map.of("DB_URL", " ", "DB_POOL_SIZE", ""))).isEqualTo(read(Map.of()));
  }

  @Test
  void thePasswordDoesNotShowWhenTheSettingsArePrinted() {
    DatabaseSettings settings =
        read(
            Map.of("DB_URL", "jdbc:postgresql://db/flows?password=hush", "DB_PASSWORD", "silence"));

    assertThat(settings.toString()).doesNotContain("hush", "silence");
  }

  private static DatabaseSettings read(Map<String, String> settings) {
    return DatabaseSettings.read(settings::get);
  }
}
