// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.ReceiptRow;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.adapter.store.jpa.entity.StartRequestRow;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.StartKey;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * By lists of keys and batches of rows, on MariaDB. It takes READ COMMITTED: a statement then locks
 * only the rows that it finds, and sees what was committed before it.
 *
 * <p>Each query names the primary key as its index, whatever MariaDB knows of the table's size: one
 * that reads all of a table would wait for rows that others have locked. Lists are cut, since
 * MariaDB makes a temporary table of a list of a thousand.
 */
public record MariaDbDialect(DataSource source) implements SqlDialect {

  private static final String BY_KEY = " force index (primary) where ";

  private static final String LOCK =
      SagaRow.COLUMNS.selectFrom("saga" + BY_KEY + "id in (%s) order by id for update");

  private static final KeyQuery RECEIPTS =
      new KeyQuery(
          ReceiptRow.COLUMNS.selectFrom("event_receipt" + BY_KEY), "saga_id = ? and event_id = ?");

  private static final KeyQuery STARTED =
      new KeyQuery(
          StartRequestRow.COLUMNS.selectFrom("start_request" + BY_KEY),
          "flow = ? and idempotency_key = ?");

  private static final String LATEST_PENDING =
      "select saga_id, max(sequence_no) from pending_command"
          + BY_KEY
          + "saga_id in (%s) group by saga_id";

  @Override
  public Optional<Saga> find(SagaId id) {
    return reading().find(id);
  }

  @Override
  public List<HistoryEntry> history(SagaId id) {
    return reading().history(id);
  }

  private Reading reading() {
    return new Reading(source);
  }

  @Override
  public List<Saga> lock(Set<SagaId> ids) {
    List<Saga> sagas = new ArrayList<>();
    lists(ids)
        .forEach(
            list ->
                sagas.addAll(
                    reading()
                        .list(
                            LOCK.formatted(list.marks()),
                            KeyQuery.binding(list.parameters()),
                            found -> SagaRow.read(found).toSaga())));
    return sagas;
  }

  /** In the order of the ids, so that no two nodes wait for each other in a ring. */
  private static Stream<InList> lists(Set<SagaId> ids) {
    List<String> sorted = ids.stream().map(SagaId::value).sorted().toList();
    return KeyQuery.cut(sorted).map(InList::of);
  }

  @Override
  public List<Receipt> receipts(Map<SagaId, Set<EventId>> events) {
    List<List<Object>> keys = new ArrayList<>();
    events.forEach(
        (saga, wanted) -> wanted.forEach(event -> keys.add(List.of(saga.value(), event.value()))));
    return RECEIPTS.ask(reading(), keys, found -> ReceiptRow.read(found).toReceipt());
  }

  @Override
  public Map<StartKey, SagaId> started(Set<StartKey> keys) {
    List<List<Object>> columns =
        keys.stream().map(key -> List.<Object>of(key.flow().value(), key.key().value())).toList();
    Map<StartKey, SagaId> sagas = new HashMap<>();
    STARTED
        .ask(reading(), columns, StartRequestRow::read)
        .forEach(row -> sagas.put(row.key(), row.saga()));
    return sagas;
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> ids) {
    Map<SagaId, Long> latest = new HashMap<>();
    lists(ids)
        .forEach(
            list ->
                reading()
                    .list(
                        LATEST_PENDING.formatted(list.marks()),
                        KeyQuery.binding(list.parameters()),
                        found -> latest.put(new SagaId(found.getString(1)), found.getLong(2))));
    return latest;
  }

  @Override
  public void write(List<SagaChange> changes) {
    MariaDbWrite.of(changes).run(source);
  }
}
