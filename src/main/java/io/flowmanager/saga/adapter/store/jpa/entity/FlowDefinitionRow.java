// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.flow.Redaction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code flow_definition}. */
@Entity
@Table(name = "flow_definition")
@IdClass(FlowDefinitionKey.class)
public class FlowDefinitionRow {

  @Id
  @Column(name = "flow")
  private String flow;

  @Id
  @Column(name = "version")
  private String version;

  @Column(name = "document")
  private String document;

  @Column(name = "loaded_at")
  private long loadedAt;

  protected FlowDefinitionRow() {}

  public FlowDefinitionRow(Flow loaded, Instant at) {
    var redaction = new Redaction(JsonText.builders());
    flow = loaded.name().value();
    version = loaded.version().value();
    document = JsonText.write(redaction.redact(loaded.definition().document()));
    loadedAt = at.toEpochMilli();
  }
}
