// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.document;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.document.DocumentResult.Effect;
import io.flowmanager.saga.application.document.DocumentResult.Stored;
import io.flowmanager.saga.application.engine.BatchContext;
import io.flowmanager.saga.application.engine.BatchTransactions;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.SagaDocuments;
import io.flowmanager.saga.application.store.StoreContract;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.application.store.UnstorableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.TestSettings;
import io.flowmanager.testing.store.TestStore;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Documents become sagas, whatever database keeps them. */
public abstract class DocumentTransactionsContract extends StoreContract {

  protected static final SagaId SAGA = new SagaId("saga-1");
  private static final FlowName ORDER = new FlowName("order");

  private final SettableClock clock = new SettableClock();
  private final Flow flow = anOrderFlow().inVersion("v7").build();

  /** The part of the session's store that is tested. */
  protected abstract SagaDocuments documents(TestStore.Session session);

  @Test
  void aDocumentOfAnUnknownSagaMakesTheSaga() {
    Stored stored =
        write(new DocumentBuilder().step("orderCreated", "created").step("paid", "paid"));

    assertThat(stored.effect()).isEqualTo(Effect.CREATED);
    assertThat(saga()).isEqualTo(stored.saga().saga());
    assertThat(saga().flowVersion()).isEqualTo(new FlowVersion("v7"));
    assertThat(saga().position().latestEvent()).isEqualTo("paid");
    assertThat(saga().createdAt()).isEqualTo(DocumentBuilder.BEGIN);
    assertThat(saga().updatedAt()).isEqualTo(DocumentBuilder.BEGIN.plusMillis(1));
    assertThat(history(SAGA)).isEqualTo(stored.saga().history());
    assertThat(history(SAGA)).extracting(HistoryEntry::sequence).containsExactly(0L, 1L);
  }

  @Test
  void aDocumentWithOneMoreStepAddsThatStep() {
    var document = new DocumentBuilder().step("orderCreated", "created");
    write(document);

    Stored stored = write(document.step("paid", "paid").withMetadata("{\"a\": 1}"));

    assertThat(stored.effect()).isEqualTo(Effect.REPLACED);
    assertThat(saga()).isEqualTo(stored.saga().saga());
    assertThat(saga().state()).isEqualTo("paid");
    assertThat(saga().metadata()).isEqualTo(document.edit().metadata().orElseThrow());
    assertThat(history(SAGA)).extracting(HistoryEntry::state).containsExactly("created", "paid");
    assertThat(history(SAGA)).extracting(HistoryEntry::sequence).containsExactly(0L, 1L);
    assertThat(saga().sequence()).isOne();
  }

  @Test
  void theSameDocumentTwiceChangesNothing() {
    var document = new DocumentBuilder().step("orderCreated", "created").step("paid", "paid");
    write(document);
    Saga before = saga();

    Stored again = write(document);

    assertThat(again.effect()).isEqualTo(Effect.UNCHANGED);
    assertThat(again.saga().saga()).isEqualTo(before);
    assertThat(saga()).isEqualTo(before);
  }

  @Test
  void everyChangeGetsANumberOfItsOwn() {
    var document = new DocumentBuilder().step("orderCreated", "created");
    write(document);

    write(document.withMetadata("{\"edited\": true}"));
    assertThat(saga().sequence()).isOne();
    assertThat(saga().updatedAt()).isEqualTo(DocumentBuilder.BEGIN);

    write(document.step("paid", "paid"));
    assertThat(saga().sequence()).isEqualTo(2);
    assertThat(history(SAGA)).extracting(HistoryEntry::sequence).containsExactly(0L, 2L);
  }

  @Test
  void aDocumentWithAnotherPastReplacesThePast() {
    write(new DocumentBuilder().step("orderCreated", "created").step("paid", "paid"));

    write(new DocumentBuilder().step("orderCreated", "created").step("paidLate", "late"));
    assertThat(history(SAGA)).extracting(HistoryEntry::state).containsExactly("created", "late");
    assertThat(history(SAGA)).extracting(HistoryEntry::sequence).containsExactly(0L, 2L);

    write(new DocumentBuilder().step("orderMade", "made").forEntity("other"));
    assertThat(history(SAGA)).extracting(HistoryEntry::state).containsExactly("made");
    assertThat(saga().sequence()).isEqualTo(3);
    assertThat(saga().associatedEntityId()).isEqualTo("other");
  }

  @Test
  void aDocumentMayHaveNoHistory() {
    write(new DocumentBuilder());

    assertThat(saga().createdAt()).isEqualTo(clock.instant());
    assertThat(history(SAGA)).isEmpty();

    write(new DocumentBuilder().step("orderCreated", "created"));
    assertThat(history(SAGA)).extracting(HistoryEntry::state).containsExactly("created");
    assertThat(saga().createdAt()).isEqualTo(DocumentBuilder.BEGIN);
  }

  @Test
  void membersThatAreNotSetStayAsTheyAre() {
    var document = new DocumentBuilder().step("orderCreated", "created");
    write(document);
    Saga before = saga();

    Stored stored = (Stored) write(DocumentBuilder.metadataAlone("{\"b\": 2}"));

    assertThat(stored.saga().history()).hasSize(1);
    assertThat(saga().position()).isEqualTo(before.position());
    assertThat(saga().associatedEntityId()).isEqualTo(before.associatedEntityId());
    assertThat(saga().metadata().getInt("b")).isEqualTo(2);
    assertThat(history(SAGA)).hasSize(1);
  }

  @Test
  void aNewSagaNeedsAllMembers() {
    DocumentResult result = write(DocumentBuilder.metadataAlone("{}"));

    assertThat(result)
        .isEqualTo(
            new DocumentResult.Incomplete(
                List.of(
                    "associatedEntityId",
                    "businessStateId",
                    "currentState",
                    "history",
                    "isFinal",
                    "latestEvent")));
    assertThat(find(SAGA)).isEmpty();
  }

  @Test
  void aSagaOfAnotherFlowIsLeftAlone() {
    commit(created(aSaga().ofFlow("parcel")));
    Saga before = saga();

    DocumentResult result = write(new DocumentBuilder().edit());

    assertThat(result).isEqualTo(new DocumentResult.OfAnotherFlow(new FlowName("parcel")));
    assertThat(saga()).isEqualTo(before);
  }

  @Test
  void commandsThatWaitStayAndNoneIsAdded() {
    commit(created(aSaga()).sends(0, NOW));

    write(new DocumentBuilder().step("orderCreated", "created").step("paid", "paid"));

    Map<SagaId, Long> pending = store().ask(session -> session.sagas().latestPending(Set.of(SAGA)));
    assertThat(pending).isEqualTo(Map.of(SAGA, 0L));
  }

  @Test
  void anEventGoesOnFromTheDocument() {
    var document = new DocumentBuilder().step("orderCreated", "created");
    write(document);
    write(document.withMetadata("{\"edited\": true}"));

    apply("paid");

    assertThat(saga().state()).isEqualTo("paid");
    assertThat(saga().metadata().getBoolean("edited")).isTrue();
    assertThat(history(SAGA)).extracting(HistoryEntry::sequence).containsExactly(0L, 2L);

    write(document);
    assertThat(saga().state()).isEqualTo("created");
    assertThat(saga().sequence()).isEqualTo(3);
    assertThat(history(SAGA)).extracting(HistoryEntry::sequence).containsExactly(0L);
  }

  @Test
  void aDocumentWaitsForWhoeverHasLockedTheSaga() throws Exception {
    var document = new DocumentBuilder().step("orderCreated", "created");
    write(document);
    document.step("paid", "paid");
    CompletableFuture<Stored> later;
    try (TestStore.Session other = store().begin()) {
      other.sagas().load(wanted(Set.of(SAGA)));
      later = CompletableFuture.supplyAsync(() -> write(document));
      assertThatThrownBy(() -> later.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      other.commit();
    }

    assertThat(later.get(10, TimeUnit.SECONDS).effect()).isEqualTo(Effect.REPLACED);
  }

  @Test
  void whoMakesASagaThatAnotherCallerIsMakingMayTryAgain() throws Exception {
    var document = new DocumentBuilder().step("orderCreated", "created");
    DocumentEdit first = document.edit();
    document.withMetadata("{\"second\": true}");
    CompletableFuture<Stored> later;
    try (TestStore.Session session = store().begin()) {
      transactions(session).write(flow, SAGA, first);
      later = CompletableFuture.supplyAsync(() -> write(document));
      assertThatThrownBy(() -> later.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      session.commit();
    }

    // MariaDB waits for a row that is being made, and goes on with it.
    Effect effect =
        later
            .handle((stored, failure) -> failure == null ? stored : afterFailure(failure, document))
            .get(10, TimeUnit.SECONDS)
            .effect();
    assertThat(effect).isEqualTo(Effect.REPLACED);
  }

  private Stored afterFailure(Throwable failure, DocumentBuilder document) {
    assertThat(failure).hasCauseInstanceOf(StoreUnavailableException.class);
    assertThat(saga().metadata()).isEmpty();
    return write(document);
  }

  @Test
  void aValueThatNoColumnTakesIsRefusedAndChangesNothing() {
    var document = new DocumentBuilder().step("orderCreated", "created");
    write(document);
    Saga before = saga();

    assertThatThrownBy(() -> write(document.forEntity("x".repeat(256))))
        .isInstanceOf(UnstorableException.class);
    assertThat(saga()).isEqualTo(before);
  }

  @Test
  void sagasOfTheFlowAreCounted() {
    commit(
        created(aSaga().withId("a")),
        created(aSaga().withId("b")),
        created(aSaga().withId("c").ofFlow("parcel")));

    assertThat(count(ORDER)).isEqualTo(2);
    assertThat(count(new FlowName("none"))).isZero();
  }

  protected final Stored write(DocumentBuilder document) {
    return (Stored) write(document.edit());
  }

  private DocumentResult write(DocumentEdit edit) {
    return store().ask(session -> transactions(session).write(flow, SAGA, edit));
  }

  private long count(FlowName name) {
    return store().ask(session -> transactions(session).count(name));
  }

  private DocumentTransactions transactions(TestStore.Session session) {
    return new DocumentTransactions(session.sagas(), documents(session), clock);
  }

  private void apply(String label) {
    var flows = new FlowCatalog(List.of(flow), Optional.empty());
    var context = new BatchContext(flows, TestSettings.RELAY, clock);
    var event = new Event(SAGA, label, JsonValue.NULL, Optional.empty());
    store()
        .run(
            session ->
                new BatchTransactions(context, session.sagas(), session.inbox())
                    .handle(List.of(new EngineRequest.Apply(flow.name(), event))));
  }

  protected final Saga saga() {
    return find(SAGA).orElseThrow();
  }
}
