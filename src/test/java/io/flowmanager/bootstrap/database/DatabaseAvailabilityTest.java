// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.config.ConfigurationException;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAvailabilityTest {

  @Test
  void aDatabaseThatTakesConnectionsIsThere() {
    assertThat(absence(PostgresServer.freshDatabase())).isEmpty();
  }

  @Test
  void aPlaceWhereNobodyListensIsAway() {
    assertThat(absence(new TestDatabase("jdbc:postgresql://localhost:1/none", "a", "b")))
        .hasValueSatisfying(reason -> assertThat(reason).contains("DB_URL", "localhost:1"));
  }

  @Test
  void aDatabaseThatTheServerDoesNotHaveIsRefused() {
    TestDatabase database = PostgresServer.freshDatabase();
    var missing = new TestDatabase(database.url() + "_missing", database.user(), "");

    assertThatThrownBy(() -> absence(missing))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("_missing");
  }

  @Test
  void aUserWhomTheDatabaseDoesNotKnowIsRefused() {
    TestDatabase database = PostgresServer.freshDatabase();

    assertThatThrownBy(() -> absence(new TestDatabase(database.url(), "stranger", "")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("stranger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P03", "53300", "90020", "90067"})
  void whatPassesByItselfIsAwaited(String state) {
    assertThat(absenceOf(new SQLException("Nothing from the pool", inner(state))))
        .hasValueSatisfying(reason -> assertThat(reason).contains("by the driver"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"28P01", "28000", "3D000", "42501", "90013", "90030"})
  void whatStaysIsRefusedAlsoWhenAPoolWrapsIt(String state) {
    assertThatThrownBy(() -> absenceOf(new SQLException("Nothing from the pool", inner(state))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("by the driver");
  }

  private static Throwable inner(String state) {
    return new IllegalStateException(new SQLException("Said by the driver", state));
  }

  private static Optional<String> absence(TestDatabase database) {
    return new DatabaseAvailability(database.source()).absence();
  }

  private static Optional<String> absenceOf(SQLException fault) {
    var failing =
        (DataSource)
            Proxy.newProxyInstance(
                DatabaseAvailabilityTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  throw fault;
                });
    return new DatabaseAvailability(failing).absence();
  }
}
