// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.domain.EventId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of messages as ids of events. */
final class EventIds {

  private EventIds() {}

  /** The id itself, or a digest of one that breaks the rule for event ids: too long, not ASCII. */
  static EventId of(String messageId) {
    try {
      return new EventId(messageId);
    } catch (IllegalArgumentException e) {
      return new EventId("sha256:" + digest(messageId));
    }
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
