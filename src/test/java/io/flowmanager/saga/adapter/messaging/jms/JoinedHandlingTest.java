// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.application.engine.BatchResult;
import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinedHandlingTest {

  private static final SagaId SAGA = new SagaId("saga-1");
  private static final List<Event> EVENTS =
      List.of(new Event(SAGA, "paid", JsonValue.EMPTY_JSON_OBJECT, Optional.empty()));

  private final List<String> calls = new ArrayList<>();
  private boolean storeIsAway;
  private final JoinedHandling handling =
      new JoinedHandling(
          new FlowName("order"),
          new ServerTransaction(
              this::batch,
              List.of(result -> fail(), result -> calls.add("followed")),
              this::probe));

  private BatchResult batch(List<EngineRequest> batch) {
    probe();
    return new BatchResult(
        batch, List.of(new Answer.Transitioned(SAGA, "paid")), List.of(), List.of());
  }

  private void probe() {
    calls.add("asked");
    if (storeIsAway) {
      throw new StoreUnavailableException("away", new Exception());
    }
  }

  private static void fail() {
    throw new IllegalStateException("A follower that fails harms no other.");
  }

  @Test
  void followersHearOfABatchAfterItsCommitOnly() {
    EventHandling.Handled handled = handling.handle(EVENTS);
    assertThat(calls).containsExactly("asked");

    handled.afterCommit().run();

    assertThat(calls).containsExactly("asked", "followed");
    assertThat(handled.answers()).containsExactly(new Answer.Transitioned(SAGA, "paid"));
  }

  @Test
  void probeTellsWhetherTheStoreIsThere() {
    storeIsAway = true;
    assertThatThrownBy(handling::probe).isInstanceOf(StoreUnavailableException.class);

    storeIsAway = false;
    handling.probe();

    assertThat(calls).containsExactly("asked", "asked");
  }

  @Test
  void nothingIsAskedForMessagesThatHoldNoEvent() {
    handling.handle(List.of()).afterCommit().run();

    assertThat(calls).isEmpty();
  }
}
