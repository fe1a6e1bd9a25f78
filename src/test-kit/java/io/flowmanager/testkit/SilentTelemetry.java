// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.saga.application.telemetry.Telemetry;
import io.flowmanager.saga.domain.flow.FlowName;

/** Counts nothing. */
final class SilentTelemetry implements Telemetry {

  @Override
  public void stateEntered(FlowName flow, String state, String event) {}

  @Override
  public void eventIgnored() {}

  @Override
  public void eventRefused() {}

  @Override
  public void batchCommitted(int size) {}

  @Override
  public void commandDelivered(FlowName flow, String channel) {}

  @Override
  public void commandFailed(FlowName flow, String channel) {}

  @Override
  public void sideEffectFailed(FlowName flow, String channel) {}

  @Override
  public void messageConsumed(FlowName flow, String channel) {}

  @Override
  public void messageSkipped(FlowName flow, String channel, String reason) {}

  @Override
  public void messageDeadLettered(FlowName flow, String channel) {}

  @Override
  public void positionReplaced(FlowName flow, String channel, String reason) {}

  @Override
  public void messagesWaiting(FlowName flow, String channel, long count) {}
}
