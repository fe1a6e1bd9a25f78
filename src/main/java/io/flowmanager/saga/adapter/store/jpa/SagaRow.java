// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A row of {@code saga}. */
@Entity
@Table(name = "saga")
class SagaRow {

  @Id
  @Column(name = "id")
  String id;

  @Version
  @Column(name = "version")
  long version;

  @Column(name = "flow")
  String flow;

  @Column(name = "flow_version")
  String flowVersion;

  @Column(name = "entity_id")
  String entityId;

  @Column(name = "state")
  String state;

  @Column(name = "final_state")
  boolean finalState;

  @Column(name = "business_state")
  String businessState;

  @Column(name = "latest_event")
  String latestEvent;

  @Column(name = "metadata")
  String metadata;

  @Column(name = "last_sequence")
  long lastSequence;

  @Column(name = "created_at")
  long createdAt;

  @Column(name = "updated_at")
  long updatedAt;

  protected SagaRow() {}
}
