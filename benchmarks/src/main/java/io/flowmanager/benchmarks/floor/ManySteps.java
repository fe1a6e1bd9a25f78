// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** Many sagas, all of them in one statement. */
final class ManySteps implements Steps {

  private static final String START =
      """
      with started as (
        insert into floor_saga (id, entity_id, state, metadata, sequence, created_at, updated_at)
        select id, 'order-1795318000000001', 'CREATED', metadata, 0, ?, ?
        from unnest(?::uuid[], ?::text[]) as new(id, metadata)
        returning id, state, created_at)
      insert into floor_history (saga_id, sequence, event, state, happened_at)
      select id, 0, 'created', state, created_at from started""";

  private static final String MOVE =
      """
      with moved as (
        update floor_saga saga
        set state = ?, metadata = step.metadata, sequence = sequence + 1, updated_at = ?
        from unnest(?::uuid[], ?::text[]) as step(id, metadata)
        where saga.id = step.id returning saga.id, sequence, state, updated_at)
      insert into floor_history (saga_id, sequence, event, state, happened_at)
      select id, sequence, ?, state, updated_at from moved""";

  private final Connection connection;
  private final PreparedStatement start;
  private final PreparedStatement move;
  private final UUID[] sagas;
  private final String[] metadata;

  ManySteps(Connection connection, int count) throws SQLException {
    this.connection = connection;
    this.start = connection.prepareStatement(START);
    this.move = connection.prepareStatement(MOVE);
    this.sagas = new UUID[count];
    this.metadata = new String[count];
  }

  @Override
  public void start() throws SQLException {
    long now = System.currentTimeMillis();
    Arrays.setAll(sagas, i -> TimeOrderedId.at(now));
    Arrays.fill(metadata, Metadata.START);
    start.setLong(1, now);
    start.setLong(2, now);
    start.setArray(3, connection.createArrayOf("uuid", sagas));
    start.setArray(4, connection.createArrayOf("text", metadata));
    Rows.expect(sagas.length, start.executeUpdate());
  }

  @Override
  public void move(String event, String state) throws SQLException {
    Arrays.setAll(metadata, i -> Metadata.with(metadata[i], event));
    move.setString(1, state);
    move.setLong(2, System.currentTimeMillis());
    move.setArray(3, connection.createArrayOf("uuid", sagas));
    move.setArray(4, connection.createArrayOf("text", metadata));
    move.setString(5, event);
    Rows.expect(sagas.length, move.executeUpdate());
  }

  @Override
  public void close() throws SQLException {
    start.close();
    move.close();
  }
}
