// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a table. Of many rows each column is an array: so any number of rows is one
 * parameter for each column, and one prepared statement serves all numbers (PostgreSQL, {@code
 * unnest}).
 */
record Columns<T>(List<Column<T>> columns) {

  /**
   * An array that the planner does not look into. It would find plans for the lengths at hand
   * cheaper than one for all, and plan the statement anew each time, which costs more than to run
   * it.
   */
  static final String UNSEEN = "(select ?::%s[])";

  /**
   * @param type PostgreSQL's name of it
   * @param jdbcType of {@link Types}
   */
  record Column<T>(String name, String type, int jdbcType, Function<T, Object> value) {}

  static <T> Column<T> text(String name, Function<T, Object> value) {
    return new Column<>(name, "text", Types.VARCHAR, value);
  }

  static <T> Column<T> number(String name, Function<T, Object> value) {
    return new Column<>(name, "bigint", Types.BIGINT, value);
  }

  static <T> Column<T> flag(String name, Function<T, Object> value) {
    return new Column<>(name, "boolean", Types.BOOLEAN, value);
  }

  Stream<String> names() {
    return columns.stream().map(Column::name);
  }

  /**
   * @param rest of the query, from the table's name on
   */
  String selectFrom(String rest) {
    return "select " + names().collect(Collectors.joining(", ")) + " from " + rest;
  }

  /** An insert of all rows; it has one parameter for each column. */
  String insertInto(String table) {
    String names = names().collect(Collectors.joining(", "));
    String arrays =
        columns.stream()
            .map(column -> UNSEEN.formatted(column.type()))
            .collect(Collectors.joining(", "));
    return "insert into %s (%s) select * from unnest(%s)".formatted(table, names, arrays);
  }

  /** An insert of one row, which costs PostgreSQL half of one by arrays; a parameter a column. */
  String insertOneInto(String table) {
    String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "insert into %s (%s) values (%s)"
        .formatted(table, names().collect(Collectors.joining(", ")), places);
  }

  /**
   * Binds the row, from that parameter on.
   *
   * @return number of the next parameter
   */
  int bindOne(PreparedStatement statement, int from, T row) throws SQLException {
    int parameter = from;
    for (Column<T> column : columns) {
      statement.setObject(parameter++, column.value().apply(row), column.jdbcType());
    }
    return parameter;
  }

  /**
   * Binds the rows, from that parameter on. A statement that a pool has kept does not know the
   * connection that it is used on now.
   *
   * @return number of the next parameter
   */
  int bind(Connection connection, PreparedStatement statement, int from, List<T> rows)
      throws SQLException {
    int parameter = from;
    for (Column<T> column : columns) {
      Object[] values = rows.stream().map(column.value()).toArray();
      statement.setArray(parameter++, connection.createArrayOf(column.type(), values));
    }
    return parameter;
  }
}
