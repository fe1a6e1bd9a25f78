// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Says in the log and in metrics which flows keep all their sagas, and how old sagas are. */
final class ReportKeptSagas {

  private static final Logger LOG = System.getLogger("io.flowmanager.retention");

  /** How many sagas are looked at for each flow. */
  private static final int COUNTED = 50_000;

  private final List<Flow> flows;
  private final RetentionTransactions transactions;
  private final RetentionMeter meter;

  ReportKeptSagas(FlowCatalog flows, RetentionTransactions transactions, RetentionMeter meter) {
    this.flows = flows.all().stream().filter(RetentionRule::isFor).toList();
    this.transactions = transactions;
    this.meter = meter;
  }

  /** To be called once, after the start. */
  void begin() {
    flows.forEach(flow -> meter.keepsAll(flow.name(), keepsAll(flow)));
    flows.stream().filter(ReportKeptSagas::keepsAll).forEach(this::log);
  }

  private static boolean keepsAll(Flow flow) {
    return flow.definition().settings().retention().after().isEmpty();
  }

  private void log(Flow flow) {
    FinishedSagas.Count count = transactions.count(flow.name(), flow.sagaIdPrefix(), COUNTED);
    LOG.log(
        Level.INFO,
        "The flow {0} keeps its finished sagas for ever (settings.retention.after is never). There"
            + " are {1}; ids of other forms are not counted.",
        flow.name(),
        (count.isWhole() ? "" : "at least ") + count.finished());
  }

  /** To be called now and then, on every node. */
  void measure() {
    flows.forEach(
        flow -> meter.oldest(flow.name(), transactions.oldest(flow.name(), flow.sagaIdPrefix())));
  }
}
