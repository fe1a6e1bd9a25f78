// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.flag;
import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.number;
import static io.flowmanager.saga.adapter.store.jpa.entity.Columns.text;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A row of {@code saga}. Only its own methods touch its fields: providers watch those methods. */
@Entity
@Table(name = "saga")
public class SagaRow {

  /** As databases get them by JDBC; {@link #read} finds them in this order. */
  public static final Columns<SagaRow> COLUMNS =
      new Columns<>(
          List.of(
              text("id", row -> row.id),
              number("version", row -> row.version),
              text("flow", row -> row.flow),
              text("flow_version", row -> row.flowVersion),
              text("entity_id", row -> row.entityId),
              text("state", row -> row.state),
              flag("final_state", row -> row.finalState),
              text("business_state", row -> row.businessState),
              text("latest_event", row -> row.latestEvent),
              text("metadata", row -> row.metadata),
              number("last_sequence", row -> row.lastSequence),
              number("created_at", row -> row.createdAt),
              number("updated_at", row -> row.updatedAt)));

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

  public SagaRow(Saga saga) {
    id = saga.id().value();
    flow = saga.flow().value();
    entityId = saga.associatedEntityId();
    createdAt = saga.createdAt().toEpochMilli();
    move(saga);
  }

  public final void move(Saga saga) {
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

  /** The row that the result stands at. */
  public static SagaRow read(ResultSet found) throws SQLException {
    var row = new SagaRow();
    row.id = found.getString(1);
    row.version = found.getLong(2);
    row.flow = found.getString(3);
    row.flowVersion = found.getString(4);
    row.entityId = found.getString(5);
    row.state = found.getString(6);
    row.finalState = found.getBoolean(7);
    row.businessState = found.getString(8);
    row.latestEvent = found.getString(9);
    row.metadata = found.getString(10);
    row.lastSequence = found.getLong(11);
    row.createdAt = found.getLong(12);
    row.updatedAt = found.getLong(13);
    return row;
  }

  public Saga toSaga() {
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
