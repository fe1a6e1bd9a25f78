// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import io.flowmanager.saga.application.store.SkipReason;
import io.flowmanager.saga.domain.Event;

/** The content of a broker's message. */
public sealed interface MessageContent {

  /** An event of a saga of the channel's flow. */
  record Readable(Event event) implements MessageContent {}

  /** Nothing that this server understands; the detail is a sentence that says what is wrong. */
  record Unreadable(SkipReason reason, String detail) implements MessageContent {}
}
