// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code saga_history}. */
@Entity
@Table(name = "saga_history")
@IdClass(StepKey.class)
class HistoryRow {

  @Id
  @Column(name = "saga_id")
  String sagaId;

  @Id
  @Column(name = "sequence_no")
  long sequenceNo;

  @Column(name = "event_label")
  String event;

  @Column(name = "business_event")
  String businessEvent;

  @Column(name = "state")
  String state;

  @Column(name = "business_state")
  String businessState;

  @Column(name = "happened_at")
  long happenedAt;

  protected HistoryRow() {}
}
