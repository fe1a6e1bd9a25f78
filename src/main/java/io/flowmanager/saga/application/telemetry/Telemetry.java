// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.telemetry;

import io.flowmanager.saga.domain.flow.FlowName;

/** Counts what happens, for metrics. Calls are cheap and never fail. */
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

  /** A broker's message was processed, whether or not it was applied. */
  void messageConsumed(FlowName flow, String channel);

  /** A message was not applied; to be called in addition to {@link #messageConsumed}. */
  void messageSkipped(FlowName flow, String channel, String reason);

  /** A message that was not applied was sent on as a dead letter. */
  void messageDeadLettered(FlowName flow, String channel);

  /** A position was no longer in its log and has been replaced; the reason is one word. */
  void positionReplaced(FlowName flow, String channel, String reason);

  /** How many messages wait in the broker for this node, over all partitions that it reads. */
  void messagesWaiting(FlowName flow, String channel, long count);
}
