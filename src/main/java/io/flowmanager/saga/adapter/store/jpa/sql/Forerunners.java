// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.domain.CommandId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Of commands that are locked, the latest one before each. In MariaDB a statement that locks finds
 * rows that were committed after it began, and its subqueries do not: a question that begins when
 * the rows are locked sees all that came before them.
 */
final class Forerunners {

  private static final String EACH =
      "select %d, (select max(sequence_no) from pending_command"
          + " where saga_id = ? and sequence_no < ?)";

  private Forerunners() {}

  /** Those commands that have one. */
  static Map<CommandId, CommandId> of(Connection connection, List<CommandId> commands)
      throws SQLException {
    Map<CommandId, CommandId> forerunners = new HashMap<>();
    for (List<CommandId> some : KeyQuery.cut(commands).toList()) {
      read(connection, some, forerunners);
    }
    return forerunners;
  }

  private static void read(
      Connection connection, List<CommandId> commands, Map<CommandId, CommandId> forerunners)
      throws SQLException {
    String sql =
        IntStream.range(0, commands.size())
            .mapToObj(EACH::formatted)
            .collect(Collectors.joining(" union all "));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (CommandId command : commands) {
        statement.setString(parameter++, command.saga().value());
        statement.setLong(parameter++, command.sequence());
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          add(commands.get(found.getInt(1)), found, forerunners);
        }
      }
    }
  }

  private static void add(CommandId command, ResultSet found, Map<CommandId, CommandId> forerunners)
      throws SQLException {
    long sequence = found.getLong(2);
    if (!found.wasNull()) {
      forerunners.put(command, new CommandId(command.saga(), sequence, 0));
    }
  }
}
