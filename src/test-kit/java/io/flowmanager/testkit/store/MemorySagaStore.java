// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.Receipt;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.SagaPage;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The sagas of one transaction of the memory store. */
record MemorySagaStore(MemoryTables tables) implements SagaStore {

  @Override
  public Loaded load(Wanted wanted) {
    Map<SagaId, Saga> sagas = new HashMap<>();
    for (SagaId id : wanted.sagas()) {
      find(id).ifPresent(saga -> sagas.put(id, saga));
    }
    List<Receipt> receipts =
        tables.receipts().stream()
            .filter(r -> wanted.events().getOrDefault(r.saga(), Set.of()).contains(r.event()))
            .toList();
    var started = new HashMap<>(tables.starts());
    started.keySet().retainAll(wanted.starts());
    return new Loaded(sagas, receipts, started);
  }

  @Override
  public Map<SagaId, Long> latestPending(Set<SagaId> sagas) {
    return tables.pending().keySet().stream()
        .filter(id -> sagas.contains(id.saga()))
        .collect(Collectors.toMap(CommandId::saga, CommandId::sequence, Math::max));
  }

  @Override
  public void commit(List<SagaChange> changes) {
    changes.forEach(this::store);
  }

  @Override
  public boolean canCommitIfCurrent() {
    return true;
  }

  @Override
  public Set<SagaId> commitIfCurrent(List<SagaChange> changes) {
    throw new IllegalStateException("Within a transaction, sagas are loaded and committed.");
  }

  private void store(SagaChange change) {
    Saga saga = change.saga();
    if (change.origin() instanceof Origin.Created created) {
      check(tables.sagas().put(saga.id(), saga) == null, "a saga has this id");
      created
          .key()
          .ifPresent(key -> check(tables.starts().put(key, saga.id()) == null, "key is taken"));
    } else if (change.origin() instanceof Origin.Moved) {
      Saga before = tables.sagas().put(saga.id(), saga);
      check(
          before != null && before.sequence() == saga.sequence() - change.entries().size(),
          "the saga has been changed");
    }
    historyOf(saga.id()).addAll(change.entries());
    change.commands().forEach(command -> keep(command, saga.updatedAt()));
    change.receipts().forEach(this::keep);
  }

  private List<HistoryEntry> historyOf(SagaId id) {
    return tables.histories().computeIfAbsent(id, key -> new ArrayList<>());
  }

  private void keep(Receipt receipt) {
    check(
        tables.receipts().stream()
            .noneMatch(
                other ->
                    other.saga().equals(receipt.saga()) && other.event().equals(receipt.event())),
        "the event has a receipt");
    tables.receipts().add(receipt);
  }

  private void keep(PendingCommand command, Instant now) {
    var pending = new MemoryTables.Pending(command, now, command.leasedUntil(), Optional.empty());
    tables.pending().put(command.command().id(), pending);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new StoreUnavailableException(otherwise, null);
    }
  }

  @Override
  public Optional<Saga> find(SagaId id) {
    return Optional.ofNullable(tables.sagas().get(id));
  }

  @Override
  public List<HistoryEntry> history(SagaId id) {
    return List.copyOf(tables.histories().getOrDefault(id, List.of()));
  }

  @Override
  public SagaPage list(SagaQuery query) {
    List<Saga> found =
        tables.sagas().descendingMap().values().stream()
            .filter(saga -> matches(query, saga))
            .limit(query.limit() + 1L)
            .toList();
    boolean hasMore = found.size() > query.limit();
    return new SagaPage(hasMore ? found.subList(0, query.limit()) : found, hasMore);
  }

  private static boolean matches(SagaQuery query, Saga saga) {
    String businessState = saga.position().businessState().text();
    return query.flow().stream().allMatch(saga.flow()::equals)
        && query.state().stream().allMatch(saga.state()::equals)
        && query.businessState().stream()
            .allMatch(b -> Set.of(b, '"' + b + '"').contains(businessState))
        && query.associatedEntityId().stream().allMatch(saga.associatedEntityId()::equals)
        && query.isFinal().stream().allMatch(f -> f == saga.position().isFinal())
        && query.updatedAfter().stream().allMatch(saga.updatedAt()::isAfter)
        && query.updatedBefore().stream().allMatch(saga.updatedAt()::isBefore)
        && query.before().stream().allMatch(last -> saga.id().compareTo(last) < 0);
  }
}
