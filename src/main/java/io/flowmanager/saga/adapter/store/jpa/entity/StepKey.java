// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import java.io.Serializable;
import java.util.Objects;

/** Names one step of one saga. */
class StepKey implements Serializable {

  private static final long serialVersionUID = 1L;

  String sagaId;
  long sequenceNo;

  protected StepKey() {}

  StepKey(String sagaId, long sequenceNo) {
    this.sagaId = sagaId;
    this.sequenceNo = sequenceNo;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StepKey key
        && key.sagaId.equals(sagaId)
        && key.sequenceNo == sequenceNo;
  }

  @Override
  public int hashCode() {
    return Objects.hash(sagaId, sequenceNo);
  }
}
