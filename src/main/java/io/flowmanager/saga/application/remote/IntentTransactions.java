// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server's database keeps about sagas of services, each call in a transaction of its own:
 * who works on a saga, the step that its service is to get, and a copy of the saga by which lists
 * know it.
 */
@ApplicationScoped
public class IntentTransactions {

  private final Intents intents;
  private final SagaStore sagas;

  /** For the container's proxy. */
  protected IntentTransactions() {
    this(null, null);
  }

  @Inject
  public IntentTransactions(Intents intents, SagaStore sagas) {
    this.intents = intents;
    this.sagas = sagas;
  }

  /**
   * A saga that one worker has for itself.
   *
   * @param local what the database has of what was wanted; its saga is a copy
   */
  record Held(Intent intent, Loaded local) {}

  /**
   * Takes the saga for one worker.
   *
   * @param wanted with that saga
   * @throws StoreUnavailableException when another worker has it
   */
  @Transactional
  Held take(FlowName flow, SagaId saga, String worker, Lease lease, Wanted wanted) {
    Optional<Intent> found = intents.lock(saga);
    if (found.isPresent() && !found.get().isFree(lease.now())) {
      throw new StoreUnavailableException("Somebody else works on saga " + saga + " now.", null);
    }
    Intent mine =
        found
            .map(intent -> taken(intent, worker, lease))
            .orElseGet(
                () -> added(new Intent(saga, flow, worker, lease.until(), Optional.empty())));
    return new Held(mine, sagas.load(wanted));
  }

  private Intent taken(Intent intent, String worker, Lease lease) {
    Intent mine = intent.heldBy(worker, lease.until());
    intents.put(mine);
    return mine;
  }

  private Intent added(Intent intent) {
    intents.add(intent);
    return intent;
  }

  /** What the database has of a start. */
  @Transactional
  Loaded started(Wanted wanted) {
    return sagas.load(wanted);
  }

  /** Stores receipts of a saga that stays as it is. */
  @Transactional
  void keep(SagaChange receipts) {
    sagas.commit(List.of(receipts));
  }

  /** Stores the start of a saga that nobody knows yet, as {@link #store} does a step. */
  @Transactional
  void storeNew(Intent intent, SagaChange change) {
    sagas.commit(List.of(held(change)));
    intents.add(intent);
  }

  /**
   * Stores the step and the intent that its service gets the document. Its commands wait.
   *
   * @throws StoreUnavailableException when the worker no longer has the saga
   */
  @Transactional
  void store(Intent intent, SagaChange change, Instant now) {
    Intent found = intents.lock(intent.saga()).orElseThrow(() -> tooLong(intent));
    check(found, intent, now);
    sagas.commit(List.of(held(change)));
    intents.put(intent);
  }

  private static void check(Intent found, Intent mine, Instant now) {
    if (!found.holder().equals(mine.holder()) || found.isFree(now)) {
      throw tooLong(mine);
    }
  }

  private static StoreUnavailableException tooLong(Intent intent) {
    return new StoreUnavailableException(
        "The store was so slow that the lease on saga " + intent.saga() + " has ended.", null);
  }

  private static SagaChange held(SagaChange change) {
    List<PendingCommand> commands =
        change.commands().stream().map(command -> command.leasedUntil(Intents.HELD)).toList();
    return new SagaChange(
        change.saga(), change.origin(), change.entries(), commands, change.receipts());
  }

  /**
   * The service has the document. The commands of its step are leased until then. The worker keeps
   * the saga.
   *
   * @throws StoreUnavailableException when the worker no longer has the saga
   */
  @Transactional
  void settle(Intent intent, Instant leasedUntil) {
    Intent found = intents.lock(intent.saga()).orElseThrow(() -> tooLong(intent));
    check(found, intent, Instant.MIN);
    intents.lease(intent.saga(), leasedUntil);
    intents.put(found.done());
  }

  /** Lets others work on the saga, if the worker still has it; an open document stays. */
  @Transactional
  void release(Intent intent, Instant now) {
    Optional<Intent> found =
        intents.lock(intent.saga()).filter(i -> i.holder().equals(intent.holder()));
    if (found.isPresent() && found.get().document().isEmpty()) {
      intents.remove(intent.saga());
    } else {
      found.ifPresent(open -> intents.put(open.heldBy(open.holder(), now)));
    }
  }

  /** Sagas of the flow that nobody works on and that have an intent. */
  @Transactional
  List<SagaId> free(FlowName flow, Instant now, int limit) {
    return intents.free(flow, now, limit);
  }

  /** When something is taken, and until when it is. */
  record Lease(Instant now, Instant until) {}
}
