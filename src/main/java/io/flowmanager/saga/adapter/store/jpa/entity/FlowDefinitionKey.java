// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import java.io.Serializable;
import java.util.Objects;

/** Names one content of one flow. */
public class FlowDefinitionKey implements Serializable {

  private static final long serialVersionUID = 1L;

  String flow;
  String version;

  protected FlowDefinitionKey() {}

  public FlowDefinitionKey(String flow, String version) {
    this.flow = flow;
    this.version = version;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlowDefinitionKey key
        && key.flow.equals(flow)
        && key.version.equals(version);
  }

  @Override
  public int hashCode() {
    return Objects.hash(flow, version);
  }
}
