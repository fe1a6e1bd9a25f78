// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The least tables that keep what an order is and was. */
public final class FloorTables {

  private static final String TABLES =
      """
      create table if not exists floor_saga (
        id          uuid              not null primary key,
        entity_id   text collate "C"  not null,
        state       text collate "C"  not null,
        metadata    text              not null,
        sequence    bigint            not null,
        created_at  bigint            not null,
        updated_at  bigint            not null
      ) with (fillfactor = 70);
      create table if not exists floor_history (
        saga_id     uuid              not null,
        sequence    bigint            not null,
        event       text collate "C"  not null,
        state       text collate "C"  not null,
        happened_at bigint            not null,
        primary key (saga_id, sequence)
      )""";

  private FloorTables() {}

  public static void create(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
  }

  /** Orders that have come to their end. */
  public static final String FINISHED = "select count(*) from floor_saga where state = 'DELIVERED'";
}
