// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** One saga at a time. */
final class SingleSteps implements Steps {

  private static final String START =
      """
      with started as (
        insert into floor_saga (id, entity_id, state, metadata, sequence, created_at, updated_at)
        values (?, 'order-1795318000000001', 'CREATED', ?, 0, ?, ?) returning id, state, created_at)
      insert into floor_history (saga_id, sequence, event, state, happened_at)
      select id, 0, 'created', state, created_at from started""";

  private static final String MOVE =
      """
      with moved as (
        update floor_saga set state = ?, metadata = ?, sequence = sequence + 1, updated_at = ?
        where id = ? returning id, sequence, state, updated_at)
      insert into floor_history (saga_id, sequence, event, state, happened_at)
      select id, sequence, ?, state, updated_at from moved""";

  private final PreparedStatement start;
  private final PreparedStatement move;
  private UUID saga;
  private String metadata;

  SingleSteps(Connection connection) throws SQLException {
    start = connection.prepareStatement(START);
    move = connection.prepareStatement(MOVE);
  }

  @Override
  public void start() throws SQLException {
    long now = System.currentTimeMillis();
    saga = TimeOrderedId.at(now);
    metadata = Metadata.START;
    start.setObject(1, saga);
    start.setString(2, metadata);
    start.setLong(3, now);
    start.setLong(4, now);
    Rows.expect(1, start.executeUpdate());
  }

  @Override
  public void move(String event, String state) throws SQLException {
    metadata = Metadata.with(metadata, event);
    move.setString(1, state);
    move.setString(2, metadata);
    move.setLong(3, System.currentTimeMillis());
    move.setObject(4, saga);
    move.setString(5, event);
    Rows.expect(1, move.executeUpdate());
  }

  @Override
  public void close() throws SQLException {
    start.close();
    move.close();
  }
}
