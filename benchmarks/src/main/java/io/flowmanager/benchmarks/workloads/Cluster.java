// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.KafkaSender;
import io.flowmanager.benchmarks.load.Pace;
import io.flowmanager.benchmarks.results.Line;
import io.flowmanager.benchmarks.systems.Broker;
import io.flowmanager.benchmarks.systems.FlowFiles;
import io.flowmanager.benchmarks.systems.Server;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Nodes of one Flow Manager on one database and one Kafka broker. */
final class Cluster implements AutoCloseable {

  static final int CONNECTIONS = 64;

  private static final String ORDER = "rest-order";

  private final Bench bench;
  private final String data;
  private final FlowFiles flows;
  private final Broker broker;
  private final KafkaSender sender;
  private final List<Server> nodes = new ArrayList<>();

  private Cluster(Bench bench, String data, FlowFiles flows, Broker broker) throws Exception {
    this.bench = bench;
    this.data = data;
    this.flows = flows;
    this.broker = broker;
    this.sender = KafkaSender.start(broker.address());
  }

  /**
   * A cluster without a node.
   *
   * @param data name of its database
   */
  static Cluster open(Bench bench, String data) throws Exception {
    bench.database().create(data);
    Broker broker =
        Broker.start(
            KafkaFlow.SILENT.topic(),
            KafkaFlow.SILENT.commandTopic(),
            KafkaFlow.SENDING.topic(),
            KafkaFlow.SENDING.commandTopic());
    FlowFiles flows = FlowFiles.create().order(ORDER);
    KafkaFlow.SILENT.write(flows, broker);
    KafkaFlow.SENDING.write(flows, broker);
    return new Cluster(bench, data, flows, broker);
  }

  /** Adds a node and warms it up, alone. */
  void addNode() throws Exception {
    Server node = bench.servers().flowManager(bench.database().url(data), flows.settings(ORDER));
    nodes.add(node);
    contender(List.of(node)).run(CONNECTIONS, bench.plan().shortWarmUp());
  }

  /** Events over Kafka to all nodes, uncounted. */
  void warmUp(KafkaFlow flow) throws Exception {
    KafkaContender contender = kafka(flow);
    contender.prepare(CONNECTIONS, bench.plan().seconds());
    contender.run(CONNECTIONS, bench.plan().seconds());
  }

  HttpContender rest() {
    return contender(nodes);
  }

  HttpContender rest(double perSecond) {
    HttpContender orders = contender(nodes);
    return orders.doing(orders.task().paced(Pace.open(perSecond)));
  }

  KafkaContender kafka(KafkaFlow flow) {
    return new KafkaContender(contender(nodes), sender, flow, this::open);
  }

  private HttpContender contender(List<Server> servers) {
    return HttpContender.orders(
        ORDER,
        List.copyOf(servers),
        bench.load(),
        () -> bench.database().number(data, "select count(*) from saga where final_state"));
  }

  private List<String> open(String flow) throws SQLException {
    String query = "select id from saga where not final_state and flow = '" + flow + "'";
    return bench.database().texts(data, query);
  }

  /** Measures, and notes it down with what only nodes have. */
  void measure(Line line, Contender contender) throws Exception {
    double brokerBefore = broker.processorTime();
    try (LockWaits waits = LockWaits.watch(bench.database())) {
      Measurement measured =
          Measurement.of(contender, bench.database(), CONNECTIONS, bench.plan().seconds());
      double brokerCpu = broker.processorTime() - brokerBefore;
      line.number("nodes", nodes.size())
          .number("connections", CONNECTIONS)
          .number("brokerCpuMsPerSaga", brokerCpu / measured.outcome().conversations());
      bench.note(waits.describe(measured.describe(line)));
    }
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(Server::close);
    sender.close();
    broker.close();
  }
}
