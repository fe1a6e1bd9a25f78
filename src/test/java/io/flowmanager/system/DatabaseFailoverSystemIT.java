// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.ConcurrentRunner;
import io.flowmanager.testing.FlowDocuments;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.FlowFolder;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TcpProxy;
import io.flowmanager.testing.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a server's connections when its database moves, under load. */
class DatabaseFailoverSystemIT {

  private static final int CLIENTS = 4;
  private static final Duration BOUND = Duration.ofSeconds(60);

  /** How soon a server works again once its database does. */
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  @TempDir private Path folder;

  private final TestDatabase database = PostgresServer.freshDatabase();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isOver = new AtomicBoolean();

  @Test
  void connectionsToANodeThatOnlyReadsAreThrownAway() throws SQLException {
    try (PackagedServer server = start(database);
        Connection operator = database.source().getConnection();
        ConcurrentRunner clients = startSagas(server)) {
      awaitProgress();
      execute(
          operator, "alter database %s set default_transaction_read_only = on".formatted(name()));
      execute(
          operator,
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
      Await.until("the server is not ready", BOUND, () -> ready(server) == 503);
      assertThat(FlowClient.of(server.http(), "a").tryStart("one", "{}").status()).isEqualTo(503);

      execute(operator, "alter database %s reset default_transaction_read_only".formatted(name()));

      assertThatItRecovers(server, clients);
    }
  }

  @Test
  void connectionsThatNobodyAnswersAreThrownAway() throws SQLException {
    try (TcpProxy proxy = TcpProxy.to(PostgresServer.port());
        PackagedServer server = start(through(proxy));
        ConcurrentRunner clients = startSagas(server)) {
      awaitProgress();
      proxy.fallSilent();
      Await.until("the server is not ready", BOUND, () -> ready(server) == 503);
      Await.until("what waits is given up", BOUND, () -> refused.size() == CLIENTS);

      proxy.speakAgain();

      assertThatItRecovers(server, clients);
    }
  }

  private void assertThatItRecovers(PackagedServer server, ConcurrentRunner clients)
      throws SQLException {
    int before = acknowledged.size();
    Await.until("the server is ready", RECOVERY, () -> ready(server) == 200);
    Await.until("sagas start", RECOVERY, () -> acknowledged.size() > before + CLIENTS);
    isOver.set(true);
    clients.join(BOUND);
    assertThat(database.sagaIds()).containsAll(acknowledged);
  }

  private PackagedServer start(TestDatabase reachable) {
    FlowFolder flows = new FlowFolder(folder.resolve("flows")).with("a", FlowDocuments.small());
    return PackagedServer.in(folder)
        .with(flows.settings("a"))
        .with(reachable.settings())
        .with("DB_STATEMENT_TIMEOUT", "PT4S")
        .start();
  }

  private ConcurrentRunner startSagas(PackagedServer server) {
    FlowClient flow = FlowClient.of(server.http(), "a");
    return ConcurrentRunner.of(
        CLIENTS,
        client -> {
          while (!isOver.get()) {
            HttpAnswer answer = flow.tryStart("entity", "{}");
            assertThat(answer.status()).as("%s", answer).isIn(200, 503);
            if (answer.status() == 200) {
              acknowledged.add(answer.json().getString("sagaId"));
            } else {
              refused.add(client);
            }
          }
        });
  }

  private void awaitProgress() {
    Await.until("sagas start", BOUND, () -> acknowledged.size() > 20);
  }

  private static int ready(PackagedServer server) {
    return server.http().get("-/ready").status();
  }

  private TestDatabase through(TcpProxy proxy) {
    String url = "jdbc:postgresql://localhost:" + proxy.port() + "/" + name();
    return new TestDatabase(url, database.user(), database.password());
  }

  private String name() {
    return database.url().substring(database.url().lastIndexOf('/') + 1);
  }

  private static void execute(Connection operator, String sql) throws SQLException {
    try (Statement statement = operator.createStatement()) {
      statement.execute(sql);
    }
  }
}
