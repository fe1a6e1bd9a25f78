// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code start_request}. */
@Entity
@Table(name = "start_request")
@IdClass(StartRequestKey.class)
class StartRequestRow {

  @Id
  @Column(name = "flow")
  String flow;

  @Id
  @Column(name = "idempotency_key")
  String idempotencyKey;

  @Column(name = "saga_id")
  String sagaId;

  protected StartRequestRow() {}
}
