// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.remote.Intent;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code saga_intent}. */
@Entity
@Table(name = "saga_intent")
public class IntentRow {

  @Id
  @Column(name = "saga_id")
  private String sagaId;

  @Column(name = "flow")
  private String flow;

  @Column(name = "holder")
  private String holder;

  @Column(name = "leased_until")
  private long leasedUntil;

  @Column(name = "document")
  private String document;

  protected IntentRow() {}

  public IntentRow(Intent intent) {
    sagaId = intent.saga().value();
    flow = intent.flow().value();
    become(intent);
  }

  /** Takes over what may change of an intent. */
  public final void become(Intent intent) {
    holder = intent.holder();
    leasedUntil = intent.leasedUntil().toEpochMilli();
    document = intent.document().map(JsonText::write).orElse(null);
  }

  public Intent toIntent() {
    return new Intent(
        new SagaId(sagaId),
        new FlowName(flow),
        holder,
        Instant.ofEpochMilli(leasedUntil),
        Optional.ofNullable(document).map(text -> JsonText.parse(text).asJsonObject()));
  }
}
