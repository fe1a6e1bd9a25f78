// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.telemetry;

import io.flowmanager.saga.domain.flow.FlowName;

/** Where numbers go. Calls are cheap and never fail. */
public interface Telemetry {

  /** A state was entered, creation included; to be called after the commit. */
  void stateEntered(FlowName flow, String state, String event);

  void eventIgnored();

  void eventRefused();

  /** A batch was committed, with that many events and starts in it. */
  void batchCommitted(int size);

  void commandDelivered(FlowName flow, String channel);

  void commandFailed(FlowName flow, String channel);

  void sideEffectFailed(FlowName flow, String channel);

  /** A broker's message was handled, whether or not it led to something. */
  void messageConsumed(FlowName flow, String channel);

  /** A message was not applied; to be called besides {@link #messageConsumed}. */
  void messageSkipped(FlowName flow, String channel, String reason);

  /** A message that was not applied was passed on to where its channel wants such messages. */
  void messageDeadLettered(FlowName flow, String channel);

  /** A position was not in its log any more and has been replaced; the reason is one word. */
  void positionReplaced(FlowName flow, String channel, String reason);

  /** How many messages wait in the broker for this node, over all partitions that it reads. */
  void messagesWaiting(FlowName flow, String channel, long count);
}
