// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * PostgreSQL's statement that writes sagas and their entries, and rows of those other kinds.
 *
 * @param ofPlainValues whether it is one step, with at most one row of each other kind; else it is
 *     of arrays
 */
record WriteStatement(
    boolean ofPlainValues,
    boolean withCommands,
    boolean withReceipts,
    boolean withStarts,
    Ending ending) {

  /**
   * SQL state of a division by zero, which a statement ends with that was to write all or nothing.
   */
  static final String MISSED = "22012";

  /** What it answers. */
  enum Ending {
    /** How many sagas were written. */
    COUNT("count(*) from sagas"),

    /**
     * It fails, and takes everything back, unless it has written so many new sagas, and so many in
     * all. The two numbers are its last parameters.
     */
    IF_ALL("1 / (count(*) filter (where version = 0) = ? and count(*) = ?)::int from sagas");

    private final String text;

    Ending(String text) {
      this.text = text;
    }
  }

  private static final Set<String> CONSTANT =
      Set.of("id", "version", "flow", "entity_id", "created_at");

  private static final String OR_MOVE =
      SagaRow.COLUMNS
          .names()
          .filter(Predicate.not(CONSTANT::contains))
          .map(name -> name + " = excluded." + name)
          .collect(
              Collectors.joining(
                  ", ",
                  " on conflict (id) do update set version = old.version + 1, ",
                  " where old.last_sequence %s returning version"));

  private static final String ONE_STEP_BEHIND = "= excluded.last_sequence - 1";

  /** Of one that is not, the history entry has a key that is taken, or too few rows are counted. */
  private static final String BEHIND = "< excluded.last_sequence";

  private static final Map<WriteStatement, String> TEXTS = new ConcurrentHashMap<>();

  String sql() {
    return TEXTS.computeIfAbsent(this, WriteStatement::text);
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    boolean isOneStepEach = ofPlainValues || ending == Ending.IF_ALL;
    String orMove = OR_MOVE.formatted(isOneStepEach ? ONE_STEP_BEHIND : BEHIND);
    parts.add("sagas as (" + insert("saga as old", SagaRow.COLUMNS) + orMove + ")");
    parts.add("entries as (" + insert("saga_history", HistoryRow.COLUMNS) + ")");
    if (withCommands) {
      parts.add("commands as (" + insert("pending_command", PendingCommandRow.COLUMNS) + ")");
    }
    if (withReceipts) {
      parts.add("receipts as (" + insert("event_receipt", ReceiptRow.COLUMNS) + ")");
    }
    if (withStarts) {
      parts.add("starts as (" + insert("start_request", StartRequestRow.COLUMNS) + ")");
    }
    return "with " + String.join(", ", parts) + " select " + ending.text;
  }

  private String insert(String table, Columns<?> columns) {
    return ofPlainValues ? columns.insertOneInto(table) : columns.insertInto(table);
  }
}
