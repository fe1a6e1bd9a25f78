// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.remote.Intent;
import io.flowmanager.saga.application.remote.IntentCrashContract;
import io.flowmanager.saga.application.remote.IntentStepsContract;
import io.flowmanager.saga.application.remote.Intents;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.store.TestStore;
import io.flowmanager.testkit.store.TransactionalStore.Session;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Steps of sagas that a service stores, with their intents in this database. */
abstract class IntentContracts {

  /** A store with nothing in it. */
  abstract JpaStore database();

  private static Intents of(Session session) {
    return ((JpaSession) session).intents();
  }

  @Test
  void intentThatAnotherNodeHasMadeMeanwhileIsNotReplaced() {
    SagaId saga = new SagaId("contested");
    try (JpaStore store = database()) {
      assertThatThrownBy(
              () ->
                  store.run(
                      late -> {
                        assertThat(of(late).lock(saga)).isEmpty();
                        store.run(other -> of(other).add(intent(saga, "other")));
                        of(late).add(intent(saga, "late"));
                      }))
          .isInstanceOf(StoreUnavailableException.class);

      Optional<Intent> kept = store.ask(session -> of(session).lock(saga));
      assertThat(kept).map(Intent::holder).hasValue("other");
    }
  }

  private static Intent intent(SagaId saga, String holder) {
    return new Intent(
        saga, new FlowName("order"), holder, Instant.ofEpochMilli(1), Optional.empty());
  }

  @Nested
  class Steps extends IntentStepsContract {

    @Override
    protected TestStore open() {
      return database();
    }

    @Override
    protected Intents intents(Session session) {
      return of(session);
    }
  }

  @Nested
  class Crashes extends IntentCrashContract {

    @Override
    protected TestStore open() {
      return database();
    }

    @Override
    protected Intents intents(Session session) {
      return of(session);
    }
  }
}
