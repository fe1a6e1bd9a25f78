// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code pending_command}. */
@Entity
@Table(name = "pending_command")
@IdClass(StepKey.class)
class PendingCommandRow {

  @Id
  @Column(name = "saga_id")
  String sagaId;

  @Id
  @Column(name = "sequence_no")
  long sequenceNo;

  @Column(name = "flow")
  String flow;

  @Column(name = "state")
  String state;

  @Column(name = "channel")
  String channel;

  @Column(name = "label")
  String label;

  @Column(name = "payload")
  String payload;

  @Column(name = "attempts")
  int attempts;

  @Column(name = "next_attempt_at")
  long nextAttemptAt;

  @Column(name = "last_error")
  String lastError;

  @Column(name = "created_at")
  long createdAt;

  protected PendingCommandRow() {}
}
