// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.retention.ArchiveSagas;
import io.flowmanager.saga.application.retention.FinishedSagas;
import io.flowmanager.saga.application.retention.RetainSagas;
import io.flowmanager.saga.application.retention.RetentionDependencies;
import io.flowmanager.saga.application.retention.RetentionMarks;
import io.flowmanager.saga.application.retention.RetentionPace;
import io.flowmanager.saga.application.retention.RetentionTransactions;
import io.flowmanager.saga.application.retention.SagaArchive;
import io.flowmanager.saga.application.retention.StoredSaga;
import io.flowmanager.saga.application.retention.Walk;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A node that lets finished sagas go, on a real store. */
final class RetentionNode {

  static final RetentionPace PACE = new RetentionPace(Duration.ofMinutes(1), Duration.ofMinutes(1));

  private static final int MOST_STEPS = 10_000;

  private final SettableClock clock;
  private final RetentionPace pace;
  private final RetainSagas sagas;
  final RecordingMeter meter = new RecordingMeter();
  boolean isBusy;
  UnaryOperator<RetentionMarks> marks = UnaryOperator.identity();

  RetentionNode(JpaStore store, SettableClock clock, Optional<SagaArchive> archive, Flow... flows) {
    this(store, clock, PACE, archive, flows);
  }

  RetentionNode(
      JpaStore store,
      SettableClock clock,
      RetentionPace pace,
      Optional<SagaArchive> archive,
      Flow... flows) {
    this.pace = pace;
    this.clock = clock;
    var catalog = new FlowCatalog(List.of(flows), Optional.empty());
    var transactions = new Transactions(store);
    this.sagas =
        new RetainSagas(
            catalog,
            transactions,
            new ArchiveSagas(archive, catalog, transactions, meter),
            new RetentionDependencies(() -> isBusy, meter, pace, clock),
            UUID::randomUUID);
  }

  void step() {
    sagas.step();
  }

  /** Waits for the next round, and lets it come to its end. */
  void round() {
    clock.advance(pace.interval());
    int rounds = meter.rounds;
    for (int i = 0; i < MOST_STEPS && meter.rounds == rounds; i++) {
      sagas.step();
    }
    if (meter.rounds == rounds) {
      throw new AssertionError("The round has no end.");
    }
  }

  /** Each call is a transaction, as the server makes them. */
  private final class Transactions extends RetentionTransactions {

    private final JpaStore store;

    Transactions(JpaStore store) {
      super(null, null, null, null, null);
      this.store = store;
    }

    private interface Work<T> {

      T run(RetentionTransactions transactions);
    }

    private <T> T ask(Work<T> work) {
      return store.ask(
          session -> {
            var source = ((JpaSession) session).dataSource();
            FinishedSagas finished = new JdbcFinishedSagas(source);
            return work.run(
                new RetentionTransactions(
                    finished,
                    marks.apply(new JdbcRetentionMarks(source)),
                    session.sagas(),
                    pace,
                    clock));
          });
    }

    @Override
    public Optional<Found> find(String node, Walk walk) {
      return ask(transactions -> transactions.find(node, walk));
    }

    @Override
    public List<SagaWithHistory> read(Collection<StoredSaga> wanted) {
      return ask(transactions -> transactions.read(wanted));
    }

    @Override
    public Map<FlowName, Integer> finish(String node, Found found) {
      return ask(transactions -> transactions.finish(node, found));
    }

    @Override
    public Optional<Instant> oldest(FlowName flow, String idPrefix) {
      return ask(transactions -> transactions.oldest(flow, idPrefix));
    }

    @Override
    public FinishedSagas.Count count(FlowName flow, String idPrefix, int limit) {
      return ask(transactions -> transactions.count(flow, idPrefix, limit));
    }
  }
}
