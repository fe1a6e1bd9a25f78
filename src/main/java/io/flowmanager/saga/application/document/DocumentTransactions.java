// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.document;

import io.flowmanager.saga.application.document.DocumentResult.Effect;
import io.flowmanager.saga.application.document.DocumentResult.Stored;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.application.store.SagaChange;
import io.flowmanager.saga.application.store.SagaChange.Origin;
import io.flowmanager.saga.application.store.SagaDocuments;
import io.flowmanager.saga.application.store.SagaDocuments.Replacement;
import io.flowmanager.saga.application.store.SagaStore;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Stores documents as sagas, each in one transaction that locks the saga first. */
@ApplicationScoped
public class DocumentTransactions {

  private final SagaStore store;
  private final SagaDocuments documents;
  private final Clock clock;

  /** For the container's proxy. */
  protected DocumentTransactions() {
    this(null, null, null);
  }

  @Inject
  public DocumentTransactions(SagaStore store, SagaDocuments documents, Clock clock) {
    this.store = store;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Sets members of the saga's document; makes the saga if there is none.
   *
   * @throws io.flowmanager.saga.application.store.StoreUnavailableException when nothing has
   *     happened: the store does not answer, or another caller has made the saga at this moment
   */
  @Transactional
  public DocumentResult write(Flow flow, SagaId id, DocumentEdit edit) {
    Optional<Saga> found = lock(id);
    if (found.isEmpty()) {
      List<String> missing = edit.missing();
      return missing.isEmpty()
          ? create(flow, id, edit.content())
          : new DocumentResult.Incomplete(missing);
    }
    Saga saga = found.get();
    return saga.flow().equals(flow.name())
        ? replace(flow, saga, edit)
        : new DocumentResult.OfAnotherFlow(saga.flow());
  }

  /** How many sagas the flow has. */
  @Transactional
  public long count(FlowName flow) {
    return documents.count(flow);
  }

  private Optional<Saga> lock(SagaId id) {
    var wanted = new Wanted(Set.of(id), Map.of(), Set.of());
    return Optional.ofNullable(store.load(wanted).sagas().get(id));
  }

  private Stored create(Flow flow, SagaId id, DocumentContent content) {
    List<HistoryEntry> history = content.history();
    var now = clock.instant();
    var saga =
        new Saga(
            id,
            flow.name(),
            flow.version(),
            content.associatedEntityId(),
            content.position(),
            content.metadata(),
            Math.max(0, history.size() - 1),
            content.createdAt(now),
            content.updatedAt(now));
    var created = new Origin.Created(Optional.empty());
    store.commit(List.of(new SagaChange(saga, created, history, List.of(), List.of())));
    return new Stored(Effect.CREATED, new SagaWithHistory(saga, history));
  }

  private Stored replace(Flow flow, Saga saga, DocumentEdit edit) {
    List<HistoryEntry> history = store.history(saga.id());
    DocumentContent before = DocumentContent.of(saga, history);
    DocumentContent after = edit.over(before);
    if (after.equals(before)) {
      return new Stored(Effect.UNCHANGED, new SagaWithHistory(saga, history));
    }
    var replacement = replacement(flow, saga, history, after);
    documents.replace(replacement);
    return new Stored(Effect.REPLACED, new SagaWithHistory(replacement.saga(), after.history()));
  }

  /**
   * Numbers of steps are never used twice: ids of commands are made of them, and the number tells
   * nodes with the saga in memory that it is no longer current.
   */
  private Replacement replacement(
      Flow flow, Saga saga, List<HistoryEntry> history, DocumentContent after) {
    int kept = after.commonWith(DocumentContent.of(saga, history));
    List<HistoryEntry> all = after.history();
    List<HistoryEntry> added =
        DocumentContent.numbered(all.subList(kept, all.size()), saga.sequence() + 1);
    var replaced =
        new Saga(
            saga.id(),
            saga.flow(),
            flow.version(),
            after.associatedEntityId(),
            after.position(),
            after.metadata(),
            saga.sequence() + Math.max(1, added.size()),
            after.createdAt(saga.createdAt()),
            after.updatedAt(clock.instant()));
    long keptUpTo = kept == 0 ? Replacement.NOTHING : history.get(kept - 1).sequence();
    return new Replacement(replaced, keptUpTo, added);
  }
}
