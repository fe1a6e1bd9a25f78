// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import io.flowmanager.saga.adapter.store.jpa.entity.Columns;
import io.flowmanager.saga.adapter.store.jpa.entity.HistoryRow;
import io.flowmanager.saga.adapter.store.jpa.entity.PendingCommandRow;
import io.flowmanager.saga.adapter.store.jpa.entity.ReceiptRow;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.adapter.store.jpa.entity.StartRequestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * PostgreSQL's statement that writes sagas and their entries, and rows of those other kinds, within
 * a transaction that has locked the sagas. It answers how many sagas and start keys it has written.
 *
 * @param ofPlainValues whether it is one step, with at most one row of each other kind; else it is
 *     of arrays
 */
record WriteStatement(
    boolean ofPlainValues, boolean withCommands, boolean withReceipts, boolean withStarts) {

  private static final Set<String> CONSTANT =
      Set.of("id", "version", "flow", "entity_id", "created_at");

  /** An insert of a saga that exists moves it, if what follows holds. */
  static final String OR_MOVE =
      SagaRow.COLUMNS
          .names()
          .filter(Predicate.not(CONSTANT::contains))
          .map(name -> name + " = excluded." + name)
          .collect(
              Collectors.joining(
                  ", ", " on conflict (id) do update set version = old.version + 1, ", ""));

  /** Of one that is not, the history entry has a key that is taken, or too few rows are counted. */
  private static final String BEHIND =
      " where old.last_sequence < excluded.last_sequence returning version";

  private static final Map<WriteStatement, String> TEXTS = new ConcurrentHashMap<>();

  String sql() {
    return TEXTS.computeIfAbsent(this, WriteStatement::text);
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    parts.add("sagas as (" + insert("saga as old", SagaRow.COLUMNS) + OR_MOVE + BEHIND + ")");
    parts.add("entries as (" + insert("saga_history", HistoryRow.COLUMNS) + ")");
    if (withCommands) {
      parts.add("commands as (" + insert("pending_command", PendingCommandRow.COLUMNS) + ")");
    }
    if (withReceipts) {
      parts.add("receipts as (" + insert("event_receipt", ReceiptRow.COLUMNS) + ")");
    }
    if (withStarts) {
      String insert = insert("start_request", StartRequestRow.COLUMNS);
      parts.add("starts as (" + insert + " on conflict do nothing returning 1)");
    }
    String starts = withStarts ? " + (select count(*) from starts)" : "";
    return "with " + String.join(", ", parts) + " select (select count(*) from sagas)" + starts;
  }

  private String insert(String table, Columns<?> columns) {
    return ofPlainValues ? columns.insertOneInto(table) : columns.insertInto(table);
  }
}
