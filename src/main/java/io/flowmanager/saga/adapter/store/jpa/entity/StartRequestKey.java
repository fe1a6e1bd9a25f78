// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import java.io.Serializable;
import java.util.Objects;

/** Names one start that may be repeated. */
class StartRequestKey implements Serializable {

  private static final long serialVersionUID = 1L;

  String flow;
  String idempotencyKey;

  protected StartRequestKey() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof StartRequestKey key
        && key.flow.equals(flow)
        && key.idempotencyKey.equals(idempotencyKey);
  }

  @Override
  public int hashCode() {
    return Objects.hash(flow, idempotencyKey);
  }
}
