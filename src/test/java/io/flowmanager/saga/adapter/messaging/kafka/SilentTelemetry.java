// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.telemetry.Telemetry;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts nothing; remembers why positions were replaced. */
final class SilentTelemetry implements Telemetry {

  final List<String> replaced = new CopyOnWriteArrayList<>();

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
  public void positionReplaced(FlowName flow, String channel, String reason) {
    replaced.add(reason);
  }

  @Override
  public void messagesWaiting(FlowName flow, String channel, long count) {}
}
