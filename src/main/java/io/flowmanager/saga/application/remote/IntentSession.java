// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.remote.IntentTransactions.Lease;
import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.domain.Saga;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** Work on one saga of an {@link IntentStore}. */
final class IntentSession implements RemoteSession {

  private static final String ID = "sagaId";

  private final IntentStore store;
  private final Loaded loaded;
  private final Optional<JsonObject> before;
  private final Optional<Saga> copy;
  private Optional<Intent> intent;

  /**
   * @param intent by which the saga is held; none for a start
   * @param before the document as it was read
   * @param copy of the saga in the server's database
   */
  IntentSession(
      IntentStore store,
      Loaded loaded,
      Optional<Intent> intent,
      Optional<JsonObject> before,
      Optional<Saga> copy) {
    this.store = store;
    this.loaded = loaded;
    this.intent = intent;
    this.before = before;
    this.copy = copy;
  }

  @Override
  public Loaded loaded() {
    return loaded;
  }

  @Override
  public void commit(SagaChange change) {
    if (change.origin() instanceof Origin.Untouched) {
      store.intents().keep(change);
      return;
    }
    JsonObject document = document(change);
    Intent open = store(change, document);
    try {
      store.service().write(change.saga().id(), document);
      store.intents().settle(open, leasedUntil(change));
    } catch (RuntimeException e) {
      throw new CommitInDoubtException(
          "The step is stored, but its document is not known to be: " + e.getMessage(), e);
    }
  }

  private JsonObject document(SagaChange change) {
    JsonObject document =
        new DocumentWriter(store.flow()).write(change.saga(), change.entries(), before);
    boolean namesSaga =
        store.service().namesSagas() || before.filter(old -> old.containsKey(ID)).isPresent();
    return namesSaga
        ? document
        : JsonText.builders().createObjectBuilder(document).remove(ID).build();
  }

  private Intent store(SagaChange change, JsonObject document) {
    Lease lease = store.leases().begin();
    Intent open = intent.orElseGet(() -> made(change.saga(), lease)).with(document, lease.until());
    if (intent.isPresent()) {
      store.intents().store(open, local(change), lease.now());
    } else {
      store.intents().storeNew(open, change);
    }
    intent = Optional.of(open);
    return open;
  }

  private Intent made(Saga saga, Lease lease) {
    return new Intent(
        saga.id(), saga.flow(), store.leases().newWorker(), lease.until(), Optional.empty());
  }

  /** The commands of one step carry one lease. */
  private Instant leasedUntil(SagaChange change) {
    return change.commands().stream()
        .map(PendingCommand::leasedUntil)
        .findFirst()
        .orElseGet(() -> store.leases().now());
  }

  /** The change as the copy takes it, which may be missing although the service has the saga. */
  private SagaChange local(SagaChange change) {
    return change.origin() instanceof Origin.Moved
        ? new SagaChange(
            change.saga(),
            copy.<Origin>map(Origin.Moved::new).orElse(new Origin.Created(Optional.empty())),
            change.entries(),
            change.commands(),
            change.receipts())
        : change;
  }

  @Override
  public void close() {
    intent.ifPresent(store::release);
  }
}
