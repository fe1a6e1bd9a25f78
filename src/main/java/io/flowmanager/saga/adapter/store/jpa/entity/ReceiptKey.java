// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import java.io.Serializable;
import java.util.Objects;

/** Names one event of one saga. */
class ReceiptKey implements Serializable {

  private static final long serialVersionUID = 1L;

  String sagaId;
  String eventId;

  protected ReceiptKey() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof ReceiptKey key
        && key.sagaId.equals(sagaId)
        && key.eventId.equals(eventId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sagaId, eventId);
  }
}
