// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.entity;

import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.RawMessage;
import io.flowmanager.saga.application.store.SkipReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code dead_letter}. */
@Entity
@Table(name = "dead_letter")
@IdClass(DeadLetterKey.class)
public class DeadLetterRow extends PartitionRow {

  @Id
  @Column(name = "message_offset")
  private long messageOffset;

  @Column(name = "message_key")
  private byte[] messageKey;

  @Column(name = "message_value")
  private byte[] messageValue;

  @Column(name = "headers")
  private String headers;

  @Column(name = "reason")
  private String reason;

  @Column(name = "detail")
  private String detail;

  @Id
  @Column(name = "created_at")
  private long createdAt;

  protected DeadLetterRow() {}

  public DeadLetterRow(DeadLetter letter) {
    super(letter.partition());
    messageOffset = letter.offset();
    messageKey = letter.message().key().orElse(null);
    messageValue = letter.message().value().orElse(null);
    headers = letter.message().headers();
    reason = letter.reason().name();
    detail = StorableText.of(letter.detail());
    createdAt = letter.at().toEpochMilli();
  }

  public DeadLetter toLetter() {
    return new DeadLetter(
        partition(),
        messageOffset,
        new RawMessage(Optional.ofNullable(messageKey), Optional.ofNullable(messageValue), headers),
        SkipReason.valueOf(reason),
        detail,
        Instant.ofEpochMilli(createdAt));
  }
}
