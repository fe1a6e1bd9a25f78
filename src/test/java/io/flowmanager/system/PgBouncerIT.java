// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.PgBouncer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which poolers may stand between a node and its database. */
@Tag("pgbouncer")
class PgBouncerIT {

  private static final int CLIENTS = 8;
  private static final int SAGAS_EACH = 60;
  private static final Duration BOUND = Duration.ofSeconds(120);

  @TempDir private Path folder;

  private final TestDatabase database = PostgresServer.freshDatabase();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @CsvSource({"session,''", "transaction,?prepareThreshold=0"})
  void everySagaIsTakenAndStored(String mode, String options) throws SQLException {
    try (PgBouncer bouncer = PgBouncer.start(folder, mode);
        PackagedServer server = server(bouncer.before(database, options)).start()) {
      FlowClient flow = FlowClient.of(server.http(), "a");

      try (ConcurrentRunner clients = ConcurrentRunner.of(CLIENTS, client -> startSagas(flow))) {
        clients.join(BOUND);
      }

      assertThat(acknowledged).hasSize(CLIENTS * SAGAS_EACH);
      assertThat(database.sagaIds()).isEqualTo(acknowledged);
    }
  }

  @Test
  void sessionsThatAreSharedAreRefusedWhereStatementsHaveNames() {
    assertThatRefused("transaction", "", "pool_mode = transaction", "prepareThreshold=0");
  }

  @ParameterizedTest
  @CsvSource({"''", "?prepareThreshold=0"})
  void poolerThatTakesNoTransactionsIsRefused(String options) {
    assertThatRefused("statement", options, "pool_mode = statement", "pool_mode = session");
  }

  private void assertThatRefused(String mode, String options, String... words) {
    try (PgBouncer bouncer = PgBouncer.start(folder, mode);
        PackagedServer server = server(bouncer.before(database, options)).launch()) {
      assertThat(server.awaitExit()).as("exit code").isEqualTo(1);
      String log = server.log();
      assertThat(log.substring(log.lastIndexOf("Flow Manager did not start"))).contains(words);
    }
  }

  private PackagedServer server(TestDatabase reachable) {
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());
    return PackagedServer.in(folder)
        .with(flows.settings("a"))
        .with(reachable.settings())
        .with(Map.of("FLOW_MANAGER_LANES_COUNT", "6"));
  }

  private void startSagas(FlowClient flow) {
    for (int i = 0; i < SAGAS_EACH; i++) {
      HttpAnswer answer = flow.tryStart("entity", "{}");
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      acknowledged.add(answer.json().getString("sagaId"));
    }
  }
}
