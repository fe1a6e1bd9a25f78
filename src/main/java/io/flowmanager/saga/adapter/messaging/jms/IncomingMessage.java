// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.saga.application.inbox.MessageContent;
import jakarta.jms.Message;

/**
 * A message of the broker and its content.
 *
 * @param id the broker's message id, or a placeholder
 */
record IncomingMessage(Message message, String id, MessageContent content) {}
