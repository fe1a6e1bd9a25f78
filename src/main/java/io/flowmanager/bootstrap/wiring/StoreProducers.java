// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import io.flowmanager.bootstrap.channels.OpenStores;
import io.flowmanager.bootstrap.flows.FlowChecks;
import io.flowmanager.bootstrap.flows.StartupConfiguration;
import io.flowmanager.platform.concurrent.BoundedExecutor;
import io.flowmanager.platform.http.BriefRetries;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.http.RetryPolicy;
import io.flowmanager.platform.inject.ThreadsFor;
import io.flowmanager.platform.inject.ThreadsFor.Work;
import io.flowmanager.saga.adapter.store.http.ServiceAccess;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.remote.HandOverCommands;
import io.flowmanager.saga.application.remote.IntentTransactions;
import io.flowmanager.saga.application.remote.Leases;
import io.flowmanager.saga.application.remote.RemoteReaders;
import io.flowmanager.saga.application.remote.RemoteStores;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Makes the stores of flows that do not keep their sagas in the server's database. */
@Dependent
final class StoreProducers {

  /** A request may read, write what is open, and read; its lease begins anew with its own write. */
  private static final int CALLS = 3;

  private static final int READERS = 4;
  private static final int MOST_WAITING_READS = 100;

  private static final Duration MARGIN = Duration.ofSeconds(10);

  @Produces
  @Singleton
  static ServiceAccess serviceAccess(
      StartupConfiguration configuration,
      HttpCalls http,
      BriefRetries retries,
      @ThreadsFor(Work.ANSWERS) Executor threads,
      FlowChecks values) {
    return new ServiceAccess(
        http, configuration.settings().stores(), retries, threads, values::text);
  }

  @Produces
  @Singleton
  static Leases leases(StartupConfiguration configuration, Clock clock) {
    RetryPolicy policy = configuration.settings().stores();
    Duration length = policy.longestCall().multipliedBy(CALLS).plus(MARGIN);
    return new Leases(clock, length, UUID::randomUUID);
  }

  /** Not watched: restarting the server would not make a slow store faster. */
  @Produces
  @Singleton
  static RemoteReaders remoteReaders(Workers workers) {
    return new RemoteReaders(
        flow ->
            new BoundedExecutor(
                "flow-manager-reads-" + flow, workers, READERS, MOST_WAITING_READS));
  }

  @Produces
  @Singleton
  static RemoteStores remoteStores(
      ServiceAccess services,
      IntentTransactions intents,
      Leases leases,
      HandOverCommands outbox,
      FlowCatalog flows) {
    return new OpenStores(services, intents, leases, outbox).open(flows);
  }
}
