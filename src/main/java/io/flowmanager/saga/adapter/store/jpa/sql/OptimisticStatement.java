// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.number;
import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.text;

import io.flowmanager.saga.adapter.store.jpa.entity.Columns;
import io.flowmanager.saga.adapter.store.jpa.entity.HistoryRow;
import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.adapter.store.jpa.entity.ReceiptRow;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.adapter.store.jpa.entity.StartRequestRow;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.domain.Saga;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * PostgreSQL's statement that stores steps of sagas that are not locked, and is a transaction by
 * itself. Each saga with all its rows is stored if it stands where its step was decided from, and
 * not at all if not. It answers the ids of those that are stored.
 *
 * <p>Sagas are written before start keys, as transactions lock them, so that nodes never wait for
 * each other in a ring.
 *
 * @param ofPlainValues whether it is one step, with at most one row of each other kind
 * @param created whether any saga is new
 * @param moved whether any saga is not
 * @param commands whether there are any; so with receipts and starts
 */
record OptimisticStatement(
    boolean ofPlainValues,
    boolean created,
    boolean moved,
    boolean commands,
    boolean receipts,
    boolean starts) {

  /**
   * SQL state of a division by zero. A saga that moves is there, and its version goes up; one that
   * somebody has deleted would be made anew by its step, with version 0. Then all is taken back.
   */
  static final String MADE_ANEW = "22012";

  /** What a step was decided from, and the id of its event; each may be missing. */
  static final Columns<SagaChange> DECIDED_FROM =
      new Columns<>(
          List.of(
              text("before_version", step -> before(step, saga -> saga.flowVersion().value())),
              number("before_time", step -> before(step, saga -> saga.updatedAt().toEpochMilli())),
              text("event_id", OptimisticStatement::eventOf)));

  private static final String SAGA = SagaRow.COLUMNS.list();

  /** By a plain lookup for each row: a join might read all of the table, or lose the order. */
  private static final String NOT_ANSWERED =
      " and (select 1 from event_receipt as known where known.saga_id = news.id"
          + " and known.event_id = news.event_id limit 1) is null";

  private static final String MOVED =
      "insert into saga as old ("
          + SAGA
          + ") select "
          + SAGA
          + " from news where last_sequence > 0%s"
          + WriteStatement.OR_MOVE
          + " where old.last_sequence = excluded.last_sequence - 1"
          + " and (old.id, old.flow_version, old.updated_at)"
          + " in (select id, before_version, before_time from news)"
          + " returning id, version";

  private static final String CREATED =
      "insert into saga ("
          + SAGA
          + ") select "
          + SAGA
          + " from news where last_sequence = 0%s returning id";

  /** A saga whose key is taken is not stored. */
  private static final String KEY_IS_FREE =
      " and (id in (select saga_id from starts) or id not in (select saga_id from keys))";

  private static final String STARTS =
      "insert into start_request ("
          + StartRequestRow.COLUMNS.list()
          + ") select * from keys%s on conflict do nothing returning saga_id";

  /** Always so, and known only when the moved sagas are written. */
  private static final String AFTER_THE_MOVED = " where (select count(*) from moved) is not null";

  private static final Map<OptimisticStatement, String> TEXTS = new ConcurrentHashMap<>();

  /** Null where the saga is new. */
  private static Object before(SagaChange step, Function<Saga, Object> value) {
    return step.origin() instanceof Origin.Moved moved ? value.apply(moved.before()) : null;
  }

  private static String eventOf(SagaChange step) {
    return step.receipts().isEmpty() ? null : step.receipts().get(0).event().value();
  }

  String sql() {
    return TEXTS.computeIfAbsent(this, OptimisticStatement::write);
  }

  private String write() {
    List<String> parts = new ArrayList<>();
    List<Columns<?>> step = List.of(SagaRow.COLUMNS, DECIDED_FROM);
    parts.add(part("news", "select * from " + Columns.relation("news", ofPlainValues, step)));
    if (moved) {
      parts.add(part("moved", MOVED.formatted(receipts ? NOT_ANSWERED : "")));
    }
    if (starts) {
      String keys = StartRequestRow.COLUMNS.relation("keys", ofPlainValues);
      parts.add(part("keys", "select * from " + keys));
      parts.add(part("starts", STARTS.formatted(moved ? AFTER_THE_MOVED : "")));
    }
    if (created) {
      parts.add(part("created", CREATED.formatted(starts ? KEY_IS_FREE : "")));
    }
    parts.add(part("entries", insert("saga_history", HistoryRow.COLUMNS)));
    if (commands) {
      parts.add(part("commands", insert("pending_command", PendingCommandRow.COLUMNS)));
    }
    if (receipts) {
      parts.add(part("receipts", insert("event_receipt", ReceiptRow.COLUMNS)));
    }
    return "with " + String.join(", ", parts) + " " + stored("id, 1 / version", "id, 1");
  }

  private static String part(String name, String sql) {
    return name + " as (" + sql + ")";
  }

  private String insert(String table, Columns<?> columns) {
    return "insert into %s (%s) select * from %s where saga_id in (%s)"
        .formatted(
            table, columns.list(), columns.relation("added", ofPlainValues), stored("id", "id"));
  }

  private String stored(String ofMoved, String ofCreated) {
    List<String> parts = new ArrayList<>();
    if (moved) {
      parts.add("select " + ofMoved + " from moved");
    }
    if (created) {
      parts.add("select " + ofCreated + " from created");
    }
    return String.join(" union all ", parts);
  }
}
