// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.store.TestStore;
import io.flowmanager.testkit.store.TransactionalStore.Session;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Draws the transactions around each call that a server draws by its proxy. */
final class TransactionsIn extends IntentTransactions {

  private final TestStore store;
  private final Function<Session, Intents> intents;

  TransactionsIn(TestStore store, Function<Session, Intents> intents) {
    this.store = store;
    this.intents = intents;
  }

  private <T> T ask(Function<IntentTransactions, T> work) {
    return store.ask(
        session -> work.apply(new IntentTransactions(intents.apply(session), session.sagas())));
  }

  private void run(Consumer<IntentTransactions> work) {
    ask(
        transactions -> {
          work.accept(transactions);
          return null;
        });
  }

  @Override
  Held take(FlowName flow, SagaId saga, String worker, Lease lease, Wanted wanted) {
    return ask(transactions -> transactions.take(flow, saga, worker, lease, wanted));
  }

  @Override
  Loaded started(Wanted wanted) {
    return ask(transactions -> transactions.started(wanted));
  }

  @Override
  void keep(SagaChange receipts) {
    run(transactions -> transactions.keep(receipts));
  }

  @Override
  void storeNew(Intent intent, SagaChange change) {
    run(transactions -> transactions.storeNew(intent, change));
  }

  @Override
  void store(Intent intent, SagaChange change, Instant now) {
    run(transactions -> transactions.store(intent, change, now));
  }

  @Override
  void settle(Intent intent, Instant leasedUntil) {
    run(transactions -> transactions.settle(intent, leasedUntil));
  }

  @Override
  void release(Intent intent, Instant now) {
    run(transactions -> transactions.release(intent, now));
  }

  @Override
  List<SagaId> free(FlowName flow, Instant now, int limit) {
    return ask(transactions -> transactions.free(flow, now, limit));
  }
}
