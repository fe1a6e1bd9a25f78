// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.workloads;

import io.flowmanager.benchmarks.load.LoadTask;
import io.flowmanager.benchmarks.load.Pace;
import io.flowmanager.benchmarks.load.Scripts;
import io.flowmanager.benchmarks.systems.FlowFiles;
import io.flowmanager.benchmarks.systems.Server;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Warm servers on databases with little and with much in them.
 *
 * @param small on an almost empty database, with two flows
 * @param full with the same flows, on a database with many finished sagas
 * @param many with many flows, on an almost empty database
 */
record GrowthStage(Bench bench, Server small, Server full, Server many) implements AutoCloseable {

  static final String FINISHED = "finished-sagas";

  private static final String SMALL = "growth_small";
  private static final String FULL = "growth_full";
  private static final String MANY = "growth_many";
  private static final String ORDER = "rest-order";
  private static final String GROWTH = "growth";
  private static final int FLOWS = 200;
  private static final Pace ORDERS = Pace.open(150);
  private static final Pace LARGE_ORDERS = Pace.open(20);
  private static final Pace TOUCHES = new Pace(75, 50);

  static GrowthStage open(Bench bench) throws Exception {
    FlowFiles two = FlowFiles.create().order(ORDER).copy(GROWTH);
    FlowFiles all = FlowFiles.create();
    for (String name : manyFlows()) {
      all.order(name);
    }
    var stage =
        new GrowthStage(
            bench,
            bench.servers().flowManager(bench.database().create(SMALL), two.settings(ORDER)),
            bench.servers().flowManager(bench.database().create(FULL), two.settings(ORDER)),
            bench.servers().flowManager(bench.database().create(MANY), all.settings()));
    stage.fill();
    return stage;
  }

  private static List<String> manyFlows() {
    return IntStream.rangeClosed(1, FLOWS).mapToObj(i -> "order-" + i).toList();
  }

  private void fill() throws Exception {
    bench.database().run(FULL, Prefill.finishedSagas(bench.plan().extent().finishedSagas()));
    bench.database().run(SMALL, Prefill.openSagas());
    for (HttpContender one : List.of(orders(small, SMALL), orders(full, FULL), manyOrders())) {
      HttpContender fast = one.doing(one.task().paced(Pace.CLOSED));
      fast.run(Plan.WARM_UP_CONNECTIONS, bench.plan().shortWarmUp());
    }
    for (String data : List.of(SMALL, FULL, MANY)) {
      bench.database().run(data, Prefill.TIDY);
    }
  }

  /** By what has gathered there; each behind the one that it is compared with. */
  Map<String, Contender> contenders() {
    Map<String, Contender> contenders = new LinkedHashMap<>();
    contenders.put("empty", orders(small, SMALL));
    contenders.put(FINISHED, orders(full, FULL));
    contenders.put("flows-200", manyOrders());
    contenders.put("history-1", touches(Prefill.YOUNG));
    contenders.put("history-10000", touches(Prefill.OLD));
    return contenders;
  }

  HttpContender metadata(int kilobytes) {
    HttpContender orders = orders(small, SMALL);
    return orders.doing(orders.task().paced(LARGE_ORDERS).withMetadata(kilobytes * 1024));
  }

  private HttpContender orders(Server server, String data) {
    String finished = "select count(*) from saga where final_state";
    HttpContender orders =
        HttpContender.orders(
            data, List.of(server), bench.load(), () -> bench.database().number(data, finished));
    return orders.doing(orders.task().paced(ORDERS));
  }

  private HttpContender manyOrders() {
    HttpContender orders = orders(many, MANY);
    List<String> paths = manyFlows().stream().map(name -> "/flows/" + name).toList();
    return orders.doing(orders.task().below(paths));
  }

  private HttpContender touches(String prefix) {
    LoadTask task = orders(small, SMALL).task().by(Scripts.TOUCH + prefix).paced(TOUCHES);
    return new HttpContender(
        prefix,
        List.of(small),
        bench.load(),
        task.below(List.of("/flows/" + GROWTH)),
        () -> touched(prefix));
  }

  private double touched(String prefix) throws SQLException {
    return bench.database().number(SMALL, Prefill.touched(prefix));
  }

  @Override
  public void close() {
    small.close();
    full.close();
    many.close();
  }
}
