// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.config.ConfigurationException;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseIdentityTest {

  private final TestDatabase one = PostgresServer.freshDatabase();

  @Test
  void twoDataSourcesOfOneDatabaseAreTheSame() {
    var withOptions =
        new TestDatabase(one.url() + "?ApplicationName=other", one.user(), one.password());

    assertThatCode(
            () ->
                DatabaseIdentity.requireSame(
                    one.source(), List.of(one.source(), withOptions.source())))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherDatabaseOfTheSameServerIsADifference() {
    TestDatabase other = PostgresServer.freshDatabase();

    assertThatThrownBy(
            () -> DatabaseIdentity.requireSame(one.source(), List.of(one.source(), other.source())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("restart the server")
        .hasMessageContaining(one.url())
        .hasMessageContaining(other.url());
  }

  @Test
  void anotherSchemaIsADifference() {
    var elsewhere =
        new TestDatabase(one.url() + "?currentSchema=pg_catalog", one.user(), one.password());

    assertThatThrownBy(
            () -> DatabaseIdentity.requireSame(one.source(), List.of(elsewhere.source())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("restart the server");
  }
}
