// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import io.flowmanager.saga.application.inbox.DeadLetter;
import java.util.List;
import java.util.stream.Stream;

/** Names a message that was not applied. */
public class DeadLetterKey extends PartitionKey {

  private static final long serialVersionUID = 1L;

  long messageOffset;
  long createdAt;

  protected DeadLetterKey() {}

  public DeadLetterKey(DeadLetter letter) {
    super(letter.partition());
    messageOffset = letter.offset();
    createdAt = letter.at().toEpochMilli();
  }

  @Override
  public List<Object> columns() {
    return Stream.concat(super.columns().stream(), Stream.of(messageOffset, createdAt)).toList();
  }
}
