// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.config.ConfigurationException;
import io.flowmanager.testing.server.MariaDbServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAvailabilityTest {

  static Stream<Supplier<TestDatabase>> servers() {
    return Stream.of(PostgresServer::freshDatabase, MariaDbServer::freshDatabase);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aDatabaseThatTakesConnectionsIsThere(Supplier<TestDatabase> server) {
    assertThat(absence(server.get())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "mariadb"})
  void aPlaceWhereNobodyListensIsAway(String kind) {
    assertThat(absence(new TestDatabase("jdbc:" + kind + "://localhost:1/none", "a", "b")))
        .hasValueSatisfying(reason -> assertThat(reason).contains("DB_URL", "localhost:1"));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aDatabaseThatTheServerDoesNotHaveIsRefused(Supplier<TestDatabase> server) {
    TestDatabase database = server.get();
    var missing =
        new TestDatabase(database.url() + "_missing", database.user(), database.password());

    assertThatThrownBy(() -> absence(missing))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("_missing");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aUserWhomTheDatabaseDoesNotKnowIsRefused(Supplier<TestDatabase> server) {
    TestDatabase database = server.get();

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
