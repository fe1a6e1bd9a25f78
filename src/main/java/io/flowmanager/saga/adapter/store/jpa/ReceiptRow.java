// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code event_receipt}. */
@Entity
@Table(name = "event_receipt")
@IdClass(ReceiptKey.class)
class ReceiptRow {

  @Id
  @Column(name = "saga_id")
  String sagaId;

  @Id
  @Column(name = "event_id")
  String eventId;

  @Column(name = "outcome")
  String outcome;

  @Column(name = "state")
  String state;

  @Column(name = "refusal")
  String refusal;

  @Column(name = "received_at")
  long receivedAt;

  protected ReceiptRow() {}
}
