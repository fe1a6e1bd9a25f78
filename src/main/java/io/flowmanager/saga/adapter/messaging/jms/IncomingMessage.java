// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.application.inbox.MessageContent;
import jakarta.jms.Message;

/**
 * A message of the broker and what was read in it.
 *
 * @param id the broker's id of it, or a word for none
 */
record IncomingMessage(Message message, String id, MessageContent content) {}
