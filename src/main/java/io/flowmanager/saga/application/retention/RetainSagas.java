// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.retention.RetentionTransactions.Found;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Deletes or archives the sagas whose time is over, in rounds of short steps, on one node at a
 * time. A round looks at what was left behind, at the ids that have become old enough, and at one
 * portion of all ids. Its walks take turns, so that a long one keeps no other flow waiting. Of one
 * thread.
 */
@SingletonBean
public final class RetainSagas {

  private static final Logger LOG = System.getLogger("io.flowmanager.retention");

  private final RetentionTransactions transactions;
  private final ArchiveSagas archive;
  private final ReportKeptSagas report;
  private final RetentionDependencies dependencies;
  private final Map<FlowName, RetentionRule> rules = new LinkedHashMap<>();
  private final String node;
  private final Deque<Walk> walks = new ArrayDeque<>();
  private final Set<Walk> failing = new HashSet<>();
  private boolean hasReported;
  private boolean isInRound;
  private boolean isFailing;
  private Instant roundBegan = Instant.MIN;
  private Instant restsUntil = Instant.MIN;

  @Inject
  public RetainSagas(
      FlowCatalog flows,
      RetentionTransactions transactions,
      ArchiveSagas archive,
      RetentionDependencies dependencies,
      Supplier<UUID> uuids) {
    this.transactions = transactions;
    this.archive = archive;
    this.report = new ReportKeptSagas(flows, transactions, dependencies.meter());
    this.dependencies = dependencies;
    this.node = uuids.get().toString();
    flows.all().stream()
        .flatMap(flow -> RetentionRule.of(flow).stream())
        .forEach(rule -> rules.put(rule.flow(), rule));
  }

  /**
   * Does one short step, if it is time and the engine is not busy; to be called again and again.
   * Never throws: what failed is tried again in the next round, and stops no other walk of this
   * one.
   */
  public void step() {
    if (now().isBefore(restsUntil) || dependencies.load().isHigh()) {
      return;
    }
    try {
      reportOnce();
      stepInRound();
      isFailing = false;
    } catch (RuntimeException failure) {
      warn(!isFailing, "all flows", failure);
      isFailing = true;
      rest();
    }
  }

  private void reportOnce() {
    if (!hasReported) {
      report.begin();
      hasReported = true;
    }
  }

  private void stepInRound() {
    if (!isInRound) {
      beginRound();
    }
    Walk walk = walks.poll();
    if (walk == null) {
      endRound();
    } else if (!isMine(walk)) {
      report.measure();
      rest();
    }
  }

  private void beginRound() {
    isInRound = true;
    roundBegan = now();
    walks.clear();
    rules.values().forEach(rule -> walks.add(new Walk.LeftBehind(rule)));
    rules.values().forEach(rule -> walks.add(new Walk.Ids(rule)));
    if (!rules.isEmpty()) {
      walks.add(new Walk.Sweep(rules));
    }
  }

  /** Goes a portion along the walk, unless another node has the lease. */
  private boolean isMine(Walk walk) {
    try {
      Optional<Found> found = transactions.find(node, walk);
      found.ifPresent(this::advance);
      failing.remove(walk);
      return found.isPresent();
    } catch (RuntimeException failure) {
      warn(failing.add(walk), walk.flows(), failure);
      return true;
    }
  }

  private void advance(Found found) {
    archive.handle(found.sorting().over());
    transactions.finish(node, found).forEach(dependencies.meter()::deleted);
    if (!found.portion().isLast()) {
      walks.add(found.walk());
    }
  }

  private void endRound() {
    report.measure();
    dependencies.meter().roundEnded(Duration.between(roundBegan, now()));
    rest();
  }

  private void rest() {
    isInRound = false;
    restsUntil = now().plus(dependencies.pace().interval());
  }

  private Instant now() {
    return dependencies.clock().instant();
  }

  private static void warn(boolean isFirst, String flows, RuntimeException failure) {
    LOG.log(
        isFirst ? Level.WARNING : Level.DEBUG,
        "Finished sagas of {0} stay where they are for now, and are tried again: {1}",
        flows,
        failure.getMessage());
  }
}
