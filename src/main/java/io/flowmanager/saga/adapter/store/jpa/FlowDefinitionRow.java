// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of {@code flow_definition}. */
@Entity
@Table(name = "flow_definition")
@IdClass(FlowDefinitionKey.class)
class FlowDefinitionRow {

  @Id
  @Column(name = "flow")
  String flow;

  @Id
  @Column(name = "version")
  String version;

  @Column(name = "document")
  String document;

  @Column(name = "loaded_at")
  long loadedAt;

  protected FlowDefinitionRow() {}
}
