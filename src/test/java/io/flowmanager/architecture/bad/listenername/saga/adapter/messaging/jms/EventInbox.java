// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.listenername.saga.adapter.messaging.jms;

import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes messages under another name. */
public class EventInbox implements MessageListener {

  @Override
  public void onMessage(Message message) {}
}
