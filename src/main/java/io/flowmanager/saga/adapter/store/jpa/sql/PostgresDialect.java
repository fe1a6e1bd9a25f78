// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.Columns;
import io.flowmanager.saga.adapter.store.jpa.entity.ReceiptRow;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * By arrays, on PostgreSQL: a batch is read with one statement and written with one, whatever its
 * size. Within a transaction a server's data source gives all who ask its one connection.
 *
 * <p>Each row is found by itself through the primary key ({@code lateral}, {@code on conflict}). A
 * plan for a whole list, made while the table was nearly empty, goes through all of the table, and
 * PostgreSQL keeps it until it has looked at the table's size again.
 */
public record PostgresDialect(DataSource source) implements SqlDialect {

  private static final String IDS = Columns.UNSEEN.formatted("text");

  private static final String LOCK =
      SagaRow.COLUMNS
          .names()
          .collect(
              Collectors.joining(
                  ", ",
                  "select ",
                  " from unnest("
                      + IDS
                      + ") as wanted (wanted_id),"
                      + " lateral (select * from saga where id = wanted_id for update) as found"));

  /** The limit keeps the planner from joining the two, which would read all of the table. */
  private static final String EACH_ONE =
      "select %s from unnest("
          + IDS
          + ", "
          + IDS
          + ") as wanted (one, two), lateral (select * from %s limit 1) as found";

  private static final String RECEIPTS =
      EACH_ONE.formatted(
          ReceiptRow.COLUMNS.names().collect(Collectors.joining(", ")),
          "event_receipt where saga_id = one and event_id = two");

  private static final String STARTED =
      EACH_ONE.formatted(
          "flow, idempotency_key, saga_id",
          "start_request where flow = one and idempotency_key = two");

  private static final String LATEST_PENDING =
      "select id, (select max(sequence_no) from pending_command where saga_id = id)"
          + " from unnest("
          + IDS
          + ") as wanted (id)";

  @Override
  public Optional<Saga> find(SagaId id) {
    return new Reading(source).find(id);
  }

  @Override
  public List<HistoryEntry> history(SagaId id) {
    return new Reading(source).history(id);
  }

  @Override
  public List<Saga> lock(Set<SagaId> ids) {
    return new Reading(source).list(LOCK, sorted(ids), found -> SagaRow.read(found).toSaga());
  }

  @Override
  public List<Receipt> receipts(Map<SagaId, Set<EventId>> events) {
    List<String> sagas = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    events.forEach(
        (saga, wanted) ->
            wanted.forEach(
                event -> {
                  sagas.add(saga.value());
                  ids.add(event.value());
                }));
    return new Reading(source)
        .list(
            RECEIPTS,
            arrays(sagas.toArray(), ids.toArray()),
            found -> ReceiptRow.read(found).toReceipt());
  }

  @Override
  public Map<StartKey, SagaId> started(Set<StartKey> keys) {
    Object[] flows = keys.stream().map(key -> key.flow().value()).toArray();
    Object[] ids = keys.stream().map(key -> key.key().value()).toArray();
    return new Reading(source)
        .ask(
            STARTED,
            arrays(flows, ids),
            found -> {
              Map<StartKey, SagaId> sagas = new HashMap<>();
              while (found.next()) {
                var key =
                    new StartKey(new FlowName(found.getString(1)), new EventId(found.getString(2)));
                sagas.put(key, new SagaId(found.getString(3)));
              }
              return sagas;
            });
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> ids) {
    return new Reading(source)
        .ask(
            NewPlan.of(LATEST_PENDING),
            sorted(ids),
            found -> {
              Map<SagaId, Long> latest = new HashMap<>();
              while (found.next()) {
                long sequence = found.getLong(2);
                if (!found.wasNull()) {
                  latest.put(new SagaId(found.getString(1)), sequence);
                }
              }
              return latest;
            });
  }

  private static Reading.Binding sorted(Set<SagaId> ids) {
    return arrays(ids.stream().map(SagaId::value).sorted().toArray());
  }

  private static Reading.Binding arrays(Object[]... arrays) {
    return (connection, statement) -> {
      int parameter = 1;
      for (Object[] texts : arrays) {
        statement.setArray(parameter++, connection.createArrayOf("text", texts));
      }
    };
  }

  @Override
  public void write(List<SagaChange> changes) {
    var news = BatchInsert.of(changes);
    if (news.isEmpty()) {
      return;
    }
    int written = SqlExceptionTranslator.sql(() -> write(news));
    if (written != news.counted()) {
      throw new StoreUnavailableException(
          "Another node has meanwhile changed a saga of this batch or used one of its start keys.",
          null);
    }
  }

  private int write(BatchInsert news) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(news.sql())) {
      news.bind(connection, statement);
      try (ResultSet count = statement.executeQuery()) {
        count.next();
        return count.getInt(1);
      }
    }
  }

  @Override
  public boolean canWriteIfCurrent() {
    return true;
  }

  @Override
  public Set<SagaId> writeIfCurrent(List<SagaChange> changes) {
    return OptimisticCommit.of(changes).run(source);
  }
}
