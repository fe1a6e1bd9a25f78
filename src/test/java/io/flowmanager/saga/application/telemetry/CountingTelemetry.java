// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.telemetry;

import io.flowmanager.saga.domain.flow.FlowName;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers all calls as words; of commands it throws then, if a test wants it to. */
public final class CountingTelemetry implements Telemetry {

  public final List<String> calls = new CopyOnWriteArrayList<>();
  public boolean fails;

  @Override
  public void stateEntered(FlowName flow, String state, String event) {
    calls.add("entered " + state + " by " + event);
  }

  @Override
  public void eventIgnored() {
    calls.add("ignored");
  }

  @Override
  public void eventRefused() {
    calls.add("refused");
  }

  @Override
  public void batchCommitted(int size) {
    calls.add("batch of " + size);
  }

  @Override
  public void commandDelivered(FlowName flow, String channel) {
    calls.add("delivered by " + channel);
    failIfWanted();
  }

  @Override
  public void commandFailed(FlowName flow, String channel) {
    calls.add("failed by " + channel);
    failIfWanted();
  }

  @Override
  public void sideEffectFailed(FlowName flow, String channel) {
    calls.add("side effect failed by " + channel);
  }

  @Override
  public void messageConsumed(FlowName flow, String channel) {
    calls.add("consumed from " + channel);
  }

  @Override
  public void messageSkipped(FlowName flow, String channel, String reason) {
    calls.add("skipped from " + channel + " for " + reason);
  }

  @Override
  public void messageDeadLettered(FlowName flow, String channel) {
    calls.add("dead-lettered from " + channel);
  }

  @Override
  public void positionReplaced(FlowName flow, String channel, String reason) {
    calls.add("position replaced: " + reason);
  }

  @Override
  public void messagesWaiting(FlowName flow, String channel, long count) {
    calls.add(count + " waiting for " + channel);
  }

  private void failIfWanted() {
    if (fails) {
      throw new IllegalStateException("The registry takes no more meters.");
    }
  }
}
