// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A row of {@code saga}. Only its own methods touch its fields: providers watch those methods. */
@Entity
@Table(name = "saga")
class SagaRow {

  @Id
  @Column(name = "id")
  private String id;

  @Version
  @Column(name = "version")
  private long version;

  @Column(name = "flow")
  private String flow;

  @Column(name = "flow_version")
  private String flowVersion;

  @Column(name = "entity_id")
  private String entityId;

  @Column(name = "state")
  private String state;

  @Column(name = "final_state")
  private boolean finalState;

  @Column(name = "business_state")
  private String businessState;

  @Column(name = "latest_event")
  private String latestEvent;

  @Column(name = "metadata")
  private String metadata;

  @Column(name = "last_sequence")
  private long lastSequence;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "updated_at")
  private long updatedAt;

  protected SagaRow() {}

  SagaRow(Saga saga) {
    id = saga.id().value();
    flow = saga.flow().value();
    entityId = saga.associatedEntityId();
    createdAt = saga.createdAt().toEpochMilli();
    move(saga);
  }

  final void move(Saga saga) {
    Saga.Position position = saga.position();
    flowVersion = saga.flowVersion().value();
    state = position.state();
    finalState = position.isFinal();
    businessState = position.businessState().text();
    latestEvent = position.latestEvent();
    metadata = JsonText.write(saga.metadata());
    lastSequence = saga.sequence();
    updatedAt = saga.updatedAt().toEpochMilli();
  }

  String id() {
    return id;
  }

  Saga toSaga() {
    return new Saga(
        new SagaId(id),
        new FlowName(flow),
        new FlowVersion(flowVersion),
        entityId,
        new Saga.Position(state, finalState, new BusinessId(businessState), latestEvent),
        JsonText.parse(metadata).asJsonObject(),
        lastSequence,
        Instant.ofEpochMilli(createdAt),
        Instant.ofEpochMilli(updatedAt));
  }
}
