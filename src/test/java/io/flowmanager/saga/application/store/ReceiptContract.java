// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.untouched;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.store.SagaStore.Loaded;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.Refusal;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.ChangeBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link SagaStore} promises of repeats: events with an id, and starts with a key. */
public abstract class ReceiptContract extends StoreContract {

  @Test
  void everyKindOfReceiptIsKept() {
    var refusal =
        new Refusal(
            Refusal.Kind.INVALID_PAYLOAD,
            "Wrong \u0000 \uD83D\uDE80.",
            List.of(new Refusal.Violation("/a~1b", "is \"too\" long")));
    List<Receipt> receipts =
        List.of(
            receipt("event-1", new Answer.Transitioned(SAGA, "paid")),
            receipt("event-2", new Answer.Ignored(SAGA, "paid")),
            receipt("event-3", new Answer.Refused(SAGA, "paid", refusal)));
    ChangeBuilder change = created(aSaga());
    receipts.forEach(change::received);

    commit(change);

    assertThat(loadReceipts("event-1", "event-2", "event-3", "event-4"))
        .containsExactlyInAnyOrderElementsOf(receipts);
  }

  @Test
  void askedSagaKeepsItsReceiptAndDoesNotMove() {
    commit(created(aSaga()));

    store()
        .run(
            session -> {
              Saga saga = session.sagas().load(wanted(Set.of(SAGA))).sagas().get(SAGA);
              session.sagas().commit(List.of(untouched(saga).received(receipt("event-1")).build()));
            });

    assertThat(loadReceipts("event-1")).hasSize(1);
    assertThat(find(SAGA)).contains(aSaga().build());
    assertThat(history(SAGA)).hasSize(1);
  }

  @Test
  void receiptCountsForItsOwnSagaOnly() {
    commit(created(aSaga()).received(receipt("event-1")), created(aSaga().withId("saga-2")));

    Loaded loaded = load(Map.of(OTHER, Set.of(new EventId("event-1"))), Set.of());

    assertThat(loaded.receipts()).isEmpty();
  }

  @Test
  void receiptsAreFoundForTheWantedPairsOnly() {
    commit(created(aSaga()).received(receipt("event-1")), created(aSaga().withId("saga-2")));

    Loaded loaded =
        load(
            Map.of(SAGA, Set.of(new EventId("event-2")), OTHER, Set.of(new EventId("event-1"))),
            Set.of());

    assertThat(loaded.receipts()).isEmpty();
  }

  @Test
  void startKeyFindsItsSaga() {
    commit(created(aSaga()).startedWith("key"));

    Loaded loaded = load(Map.of(), Set.of(startKey("key"), startKey("unknown")));

    assertThat(loaded.started()).containsExactlyEntriesOf(Map.of(startKey("key"), SAGA));
  }

  @Test
  void startKeyCountsWithinItsFlow() {
    commit(
        created(aSaga()).startedWith("key"),
        created(aSaga().withId("saga-2").ofFlow("refund")).startedWith("key"));
    var refund = new StartKey(new FlowName("refund"), new EventId("key"));

    assertThat(load(Map.of(), Set.of(refund)).started()).isEqualTo(Map.of(refund, OTHER));
  }

  @Test
  void startKeyThatWasTakenInTheMeantimeFailsTheBatch() {
    commit(created(aSaga()).startedWith("key"));

    assertThatThrownBy(() -> commit(created(aSaga().withId("saga-2")).startedWith("key")))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(find(OTHER)).isEmpty();
    assertThat(history(OTHER)).isEmpty();
  }

  private List<Receipt> loadReceipts(String... events) {
    Set<EventId> ids = Set.copyOf(List.of(events).stream().map(EventId::new).toList());
    return load(Map.of(SAGA, ids), Set.of()).receipts();
  }
}
