// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.kafka.StairsParticipant;
import io.flowmanager.testing.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Looks into the database and at the commands: has every saga climbed its stairs, step by step? */
record StairsAudit(TestDatabase database, StairsParticipant participant, int steps) {

  /** Waits until so many sagas have ended. */
  void awaitFinal(long sagas, Duration bound) {
    Await.until(() -> finished() + " of " + sagas + " sagas end", bound, () -> finished() == sagas);
  }

  long finished() {
    return number("select count(*) from saga where final_state");
  }

  /** Waits until all commands are known to be delivered. */
  void awaitDelivered(Duration bound) {
    Await.until("all commands are delivered", bound, () -> pending() == 0);
  }

  private long pending() {
    return number("select count(*) from pending_command");
  }

  /** Every transition happened once, in order. */
  void checkHistories(long sagas) {
    assertThat(number("select count(*) from saga_history")).isEqualTo(sagas * (steps + 1));
    assertThat(
            number(
                "select count(*) from saga_history where sequence_no > 0"
                    + " and event_label <> 'e' || (sequence_no - 1)"))
        .as("transitions out of their order")
        .isZero();
  }

  /** Every command came at least once, the first of each in the order of the transitions. */
  void checkCommands(List<String> sagas) {
    for (String saga : sagas) {
      List<String> expected = IntStream.range(0, steps).mapToObj(i -> saga + "." + i).toList();
      assertThat(new LinkedHashSet<>(participant.commandsOf(saga)))
          .as("commands of %s", saga)
          .containsExactlyElementsOf(expected);
    }
  }

  private long number(String sql) {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer: " + sql, e);
    }
  }
}
