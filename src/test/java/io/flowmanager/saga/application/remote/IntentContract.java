// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.Decision.Transitioned;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.store.TestStore;
import io.flowmanager.testkit.store.TransactionalStore.Session;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Nodes with a database, and a service that has the documents of an order flow. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class IntentContract {

  static final SagaId SAGA = new SagaId("saga-1");

  /** Of a saga. */
  static final Duration LEASE = Duration.ofMinutes(1);

  private static final Duration MOMENT = Duration.ofMillis(1);

  private final Flow flow = FlowBuilder.anOrderFlow().build();
  private TestStore database;
  private SettableClock clock;
  private MemoryDocumentService service;

  /** A database with nothing in it. */
  protected abstract TestStore open();

  protected abstract Intents intents(Session session);

  @BeforeAll
  void openDatabase() {
    database = open();
  }

  @AfterAll
  void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void forgetAll() {
    database.clear();
    clock = new SettableClock();
    service = new MemoryDocumentService(true);
  }

  final Node node() {
    return node(service);
  }

  final Node node(DocumentService documents) {
    var transactions = new TransactionsIn(database, this::intents);
    var store =
        new IntentStore(flow, documents, transactions, new Leases(clock, LEASE, UUID::randomUUID));
    return new Node(store, flow, clock);
  }

  /** A step by somebody who knows the service only. */
  final void sendElsewhere(String label) {
    Saga saga = new DocumentReader(flow).read(SAGA, document()).saga();
    var event = new Event(SAGA, label, JsonValue.NULL, Optional.empty());
    var step = (Transitioned) flow.machine().decide(saga, event, clock.instant());
    var writer = new DocumentWriter(flow);
    service.put(SAGA, writer.write(step.saga(), List.of(step.entry()), Optional.of(document())));
  }

  final MemoryDocumentService service() {
    return service;
  }

  final SettableClock clock() {
    return clock;
  }

  final void passTheLease() {
    clock.advance(LEASE.plus(MOMENT));
  }

  final JsonObject document() {
    return service.document(SAGA).orElseThrow();
  }

  final Optional<Saga> copy() {
    return database.ask(session -> session.sagas().find(SAGA));
  }

  final List<HistoryEntry> history() {
    return database.ask(session -> session.sagas().history(SAGA));
  }

  /** Commands that are due now. They are looked at and not taken. */
  final List<String> due() {
    try (Session session = database.begin()) {
      return session.outbox().claim(clock.instant(), clock.instant(), ClaimLimits.of(100)).stream()
          .map(PendingCommand::command)
          .map(command -> command.id() + " " + command.label())
          .toList();
    }
  }

  final Optional<Intent> intent() {
    return database.ask(session -> intents(session).lock(SAGA));
  }

  /** Document, copy, history and commands are all of the same steps, each of them once. */
  final void assertAt(String state, String... events) {
    assertThat(document().getString("currentState")).isEqualTo(state);
    assertThat(events(document())).containsExactly(events);
    assertThat(copy()).map(Saga::state).contains(state);
    assertThat(copy()).map(Saga::sequence).contains(events.length - 1L);
    assertThat(history()).extracting(HistoryEntry::event).containsExactly(events);
    assertThat(intent()).isEmpty();
  }

  static List<String> events(JsonObject document) {
    return document.getJsonObject("history").getJsonArray("events").stream()
        .map(JsonValue::asJsonObject)
        .map(event -> event.getString("event"))
        .toList();
  }

  /** A document as others may have written it, with members that we do not know. */
  static JsonObject foreign(String state, String history) {
    return JsonTexts.object(
        "{\"_id\": \"507f\", \"currentState\": \""
            + state
            + "\", \"metadata\": {\"total\": 10}, \"note\": {\"by\": [\"somebody\"]}"
            + history
            + "}");
  }
}
