// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.number;
import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.text;

import io.flowmanager.saga.adapter.store.jpa.entity.Columns;
import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.domain.Saga;
import java.util.List;
import java.util.Optional;

/**
 * A step of a saga that is not locked: the saga's row, and what the step was decided from.
 *
 * @param before the saga before the step; empty of a new one
 * @param event id of the event, if it has one
 */
record StepRow(SagaRow saga, Optional<Saga> before, Optional<String> event) {

  /** As PostgreSQL gets them, beside those of the saga. */
  static final Columns<StepRow> COLUMNS =
      Columns.of(
          StepRow::saga,
          SagaRow.COLUMNS,
          List.of(
              text("before_version", step -> step.versionBefore()),
              number("before_time", step -> step.timeBefore()),
              text("event_id", step -> step.event().orElse(null))));

  static StepRow of(SagaChange change) {
    return new StepRow(
        new SagaRow(change.saga()),
        change.origin() instanceof Origin.Moved moved
            ? Optional.of(moved.before())
            : Optional.empty(),
        change.receipts().stream().map(receipt -> receipt.event().value()).findFirst());
  }

  private String versionBefore() {
    return before.map(saga -> saga.flowVersion().value()).orElse(null);
  }

  private Long timeBefore() {
    return before.map(saga -> saga.updatedAt().toEpochMilli()).orElse(null);
  }
}
