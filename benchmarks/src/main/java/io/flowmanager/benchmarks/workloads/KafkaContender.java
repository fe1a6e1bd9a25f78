// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.KafkaSender;
import io.flowmanager.benchmarks.load.LoadOutcome;
import io.flowmanager.benchmarks.load.Scripts;
import io.flowmanager.benchmarks.processes.Patience;
import java.util.List;

/** Orders that were started over REST beforehand and are carried on by events over Kafka. */
final class KafkaContender implements Contender {

  /** So many seconds of starts make events for about a second, as a rule of thumb. */
  private static final double STARTS_PER_EVENTS = 0.5;

  private final HttpContender rest;
  private final KafkaSender sender;
  private final KafkaFlow flow;
  private final Open open;
  private List<String> sagas = List.of();

  /**
   * @param rest the same flow over REST
   */
  KafkaContender(HttpContender rest, KafkaSender sender, KafkaFlow flow, Open open) {
    this.rest = rest.doing(rest.task().below(List.of("/flows/" + flow.name())).by(Scripts.START));
    this.sender = sender;
    this.flow = flow;
    this.open = open;
  }

  /** Tells which orders have been started. */
  interface Open {
    List<String> sagas(String flow) throws Exception;
  }

  @Override
  public String name() {
    return flow.name();
  }

  @Override
  public void prepare(int connections, double seconds) throws Exception {
    double delivered = delivered();
    LoadOutcome starts = rest.run(connections, seconds * STARTS_PER_EVENTS);
    double expected = delivered + (flow.commands() ? starts.conversations() : 0);
    Patience.await("the first commands are delivered", () -> delivered() >= expected);
    sagas = open.sagas(flow.name());
  }

  @Override
  public LoadOutcome run(int connections, double seconds) throws Exception {
    double handled = handled() + events();
    double delivered = delivered() + commands();
    long begun = System.nanoTime();
    sender.send(flow.topic(), sagas);
    Patience.await(
        "all events are handled", () -> handled() >= handled && delivered() >= delivered);
    double took = (System.nanoTime() - begun) / 1e9;
    return new LoadOutcome(events(), took, sagas.size(), LoadOutcome.histograms());
  }

  private long events() {
    return (long) sagas.size() * KafkaSender.EVENTS_PER_ORDER;
  }

  /**
   * Each state but the first, whose command is gone by then, and the last, which has none, sends
   * one.
   */
  private long commands() {
    return flow.commands() ? (long) sagas.size() * (KafkaSender.EVENTS_PER_ORDER - 1) : 0;
  }

  private double handled() throws Exception {
    return rest.metric("flow_manager_messages_consumed_total");
  }

  private double delivered() throws Exception {
    return rest.metric("flow_manager_commands_delivered_total");
  }

  @Override
  public Counters counters() throws Exception {
    return Counters.of(rest.servers(), sender.process());
  }

  @Override
  public double finished() throws Exception {
    return rest.finished();
  }
}
