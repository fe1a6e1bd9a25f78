// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.metrics;

import io.flowmanager.saga.application.telemetry.Telemetry;
import io.flowmanager.saga.domain.flow.FlowName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts in a Micrometer registry. Meters are looked up once: a lookup costs more than the
 * counting.
 */
public final class MicrometerTelemetry implements Telemetry {

  private final MeterRegistry registry;
  private final Map<Entry, Counter> states = new ConcurrentHashMap<>();
  private final Map<Send, Counter> sends = new ConcurrentHashMap<>();
  private final Map<Skip, Counter> skips = new ConcurrentHashMap<>();
  private final Map<Channel, AtomicLong> waiting = new ConcurrentHashMap<>();
  private final Counter ignored;
  private final Counter refused;
  private final DistributionSummary batches;

  private record Entry(FlowName flow, String state, String event) {}

  private record Send(String meter, FlowName flow, String channel) {}

  private record Skip(FlowName flow, String channel, String reason) {}

  private record Channel(FlowName flow, String channel) {}

  public MicrometerTelemetry(MeterRegistry registry) {
    this.registry = registry;
    this.ignored =
        Counter.builder("flow_manager_events_ignored")
            .description("Events that the state of their saga did not expect")
            .register(registry);
    this.refused =
        Counter.builder("flow_manager_events_refused")
            .description("Events that were answered with an error")
            .register(registry);
    this.batches =
        DistributionSummary.builder("flow_manager_batch_size")
            .description("Events and starts that shared one commit")
            .register(registry);
  }

  @Override
  public void stateEntered(FlowName flow, String state, String event) {
    states.computeIfAbsent(new Entry(flow, state, event), this::counter).increment();
  }

  private Counter counter(Entry entry) {
    return Counter.builder("flow_manager_saga_states")
        .description("Entries of a state, creations included")
        .tag("flow", entry.flow().value())
        .tag("state", entry.state())
        .tag("incoming_message_label", entry.event())
        .register(registry);
  }

  @Override
  public void eventIgnored() {
    ignored.increment();
  }

  @Override
  public void eventRefused() {
    refused.increment();
  }

  @Override
  public void batchCommitted(int size) {
    batches.record(size);
  }

  @Override
  public void commandDelivered(FlowName flow, String channel) {
    count(new Send("flow_manager_commands_delivered", flow, channel));
  }

  @Override
  public void commandFailed(FlowName flow, String channel) {
    count(new Send("flow_manager_commands_failed", flow, channel));
  }

  @Override
  public void sideEffectFailed(FlowName flow, String channel) {
    count(new Send("flow_manager_side_effects_failed", flow, channel));
  }

  @Override
  public void messageConsumed(FlowName flow, String channel) {
    count(new Send("flow_manager_messages_consumed", flow, channel));
  }

  @Override
  public void messageSkipped(FlowName flow, String channel, String reason) {
    skips.computeIfAbsent(new Skip(flow, channel, reason), this::counter).increment();
  }

  @Override
  public void messageDeadLettered(FlowName flow, String channel) {
    count(new Send("flow_manager_messages_dead_lettered", flow, channel));
  }

  @Override
  public void positionReplaced(FlowName flow, String channel, String reason) {
    Counter.builder("flow_manager_positions_replaced")
        .description("Positions that no longer existed in their log and were replaced")
        .tag("flow", flow.value())
        .tag("channel", channel)
        .tag("reason", reason)
        .register(registry)
        .increment();
  }

  @Override
  public void messagesWaiting(FlowName flow, String channel, long count) {
    waiting.computeIfAbsent(new Channel(flow, channel), this::gauge).set(count);
  }

  private AtomicLong gauge(Channel channel) {
    var count = new AtomicLong();
    Gauge.builder("flow_manager_messages_waiting", count, AtomicLong::get)
        .description("Messages that wait in the broker for this node")
        .tag("flow", channel.flow().value())
        .tag("channel", channel.channel())
        .register(registry);
    return count;
  }

  private Counter counter(Skip skip) {
    return Counter.builder("flow_manager_messages_skipped")
        .description("Messages that were not applied")
        .tag("flow", skip.flow().value())
        .tag("channel", skip.channel())
        .tag("reason", skip.reason())
        .register(registry);
  }

  private void count(Send send) {
    sends.computeIfAbsent(send, this::counter).increment();
  }

  private Counter counter(Send send) {
    return Counter.builder(send.meter())
        .tag("flow", send.flow().value())
        .tag("channel", send.channel())
        .register(registry);
  }
}
