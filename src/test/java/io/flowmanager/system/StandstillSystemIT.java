// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.participant.Participant;
import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.HttpAnswer;
import io.flowmanager.testing.server.PackagedServer;
import io.flowmanager.testing.server.PostgresServer;
import io.flowmanager.testing.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lane waits for a row that somebody has locked by hand. */
class StandstillSystemIT {

  private static final Duration BOUND = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void laneThatDoesNotComeForwardMakesTheServerUnhealthyUntilItDoes()
      throws IOException, SQLException {
    TestDatabase database = PostgresServer.freshDatabase();
    try (Participant clerk = Participant.open();
        PackagedServer server =
            LedgerServer.in(folder, clerk)
                .with(database.settings())
                .with("FLOW_MANAGER_WATCHDOG", "PT1S")
                .start()) {
      FlowClient ledger = LedgerServer.ledgersOf(server);
      String saga = ledger.start("{}");
      assertThat(live(server).status()).isEqualTo(200);

      CompletableFuture<HttpAnswer> answer;
      try (Connection connection = database.source().getConnection()) {
        lock(connection, saga);
        answer = ledger.sendAside(saga, "noted", "{}");
        Await.until("a server that is not alive", BOUND, () -> live(server).status() == 503);
        assertThat(live(server).body()).contains("flow-manager-lane-");
        assertThat(server.log()).containsPattern("lane-\\d+ has made no progress(?s:.*)\n\tat ");
      }

      assertThat(answer.join().status()).isEqualTo(200);
      Await.until("a server that is alive", BOUND, () -> live(server).status() == 200);
    }
  }

  private static void lock(Connection connection, String saga) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement =
        connection.prepareStatement("select id from saga where id = ? for update")) {
      statement.setString(1, saga);
      statement.execute();
    }
  }

  private static HttpAnswer live(PackagedServer server) {
    return server.http().get("/health/live");
  }
}
