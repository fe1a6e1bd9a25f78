// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.telemetry;

import io.flowmanager.saga.domain.flow.FlowName;

/** Counts events for metrics. Calls are cheap and never fail. */
public interface Telemetry {

  /** A saga entered a state, also by its creation. To be called after the commit. */
  void stateEntered(FlowName flow, String state, String event);

  void eventIgnored();

  void eventRefused();

  /** A batch with that many events and starts was committed. */
  void batchCommitted(int size);

  void commandDelivered(FlowName flow, String channel);

  void commandFailed(FlowName flow, String channel);

  void sideEffectFailed(FlowName flow, String channel);

  /** A broker's message was processed, whether or not it was applied. */
  void messageConsumed(FlowName flow, String channel);

  /** A message was not applied. To be called in addition to {@link #messageConsumed}. */
  void messageSkipped(FlowName flow, String channel, String reason);

  /** A message that was not applied was sent as a dead letter. */
  void messageDeadLettered(FlowName flow, String channel);

  /** A position that no longer existed in its log was replaced. The reason is one word. */
  void positionReplaced(FlowName flow, String channel, String reason);

  /** How many messages wait in the broker for this node, in all partitions that it reads. */
  void messagesWaiting(FlowName flow, String channel, long count);
}
