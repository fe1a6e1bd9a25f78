// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a table. Of many rows each column is an array: so any number of rows is one
 * parameter for each column, and one prepared statement serves all numbers (PostgreSQL, {@code
 * unnest}).
 */
public record Columns<T>(List<Column<T>> columns) {

  /**
   * An array that the planner does not look into. It would find plans for the lengths at hand
   * cheaper than one for all, and plan the statement anew each time, which costs more than to run
   * it.
   */
  public static final String UNSEEN = "(select ?::%s[])";

  /**
   * @param type PostgreSQL's name of it
   * @param jdbcType of {@link Types}
   */
  record Column<T>(String name, String type, int jdbcType, Function<T, Object> value) {}

  public static <T> Column<T> text(String name, Function<T, Object> value) {
    return new Column<>(name, "text", Types.VARCHAR, value);
  }

  public static <T> Column<T> number(String name, Function<T, Object> value) {
    return new Column<>(name, "bigint", Types.BIGINT, value);
  }

  static <T> Column<T> flag(String name, Function<T, Object> value) {
    return new Column<>(name, "boolean", Types.BOOLEAN, value);
  }

  /** Those of the columns that have the names, in the order of the names. */
  public Columns<T> only(Collection<String> names) {
    return new Columns<>(
        names.stream()
            .flatMap(name -> columns.stream().filter(column -> column.name().equals(name)))
            .toList());
  }

  public Stream<String> names() {
    return columns.stream().map(Column::name);
  }

  /**
   * @param rest of the query, from the table's name on
   */
  public String selectFrom(String rest) {
    return "select " + list() + " from " + rest;
  }

  public String list() {
    return names().collect(Collectors.joining(", "));
  }

  /**
   * All rows as a relation of that name; it has one parameter for each column.
   *
   * @param ofPlainValues whether it is one row, which costs PostgreSQL half of one by arrays
   */
  public String relation(String alias, boolean ofPlainValues) {
    return relation(alias, ofPlainValues, List.of(this));
  }

  /**
   * As {@link #relation(String, boolean)}, of rows that stand side by side.
   *
   * @param parts the columns of each; the parameters are in their order
   */
  public static String relation(String alias, boolean ofPlainValues, List<Columns<?>> parts) {
    String form = ofPlainValues ? "?::%s" : UNSEEN;
    String values =
        parts.stream()
            .flatMap(part -> part.columns.stream().map(Column::type))
            .map(form::formatted)
            .collect(Collectors.joining(", "));
    String names = parts.stream().map(Columns::list).collect(Collectors.joining(", "));
    String source = ofPlainValues ? "(values (" + values + "))" : "unnest(" + values + ")";
    return source + " as " + alias + " (" + names + ")";
  }

  /** An insert of all rows; it has one parameter for each column. */
  public String insertInto(String table) {
    String arrays =
        columns.stream()
            .map(column -> UNSEEN.formatted(column.type()))
            .collect(Collectors.joining(", "));
    return "insert into %s (%s) select * from unnest(%s)".formatted(table, list(), arrays);
  }

  /** An insert of one row, which costs PostgreSQL half of one by arrays; a parameter a column. */
  public String insertOneInto(String table) {
    String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "insert into %s (%s) values (%s)".formatted(table, list(), places);
  }

  /**
   * Binds the row, from that parameter on.
   *
   * @return number of the next parameter
   */
  public int bindOne(PreparedStatement statement, int from, T row) throws SQLException {
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
  public int bind(Connection connection, PreparedStatement statement, int from, List<T> rows)
      throws SQLException {
    int parameter = from;
    for (Column<T> column : columns) {
      Object[] values = rows.stream().map(column.value()).toArray();
      statement.setArray(parameter++, connection.createArrayOf(column.type(), values));
    }
    return parameter;
  }
}
