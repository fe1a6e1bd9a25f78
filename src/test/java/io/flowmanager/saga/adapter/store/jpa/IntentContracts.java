// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.remote.IntentCrashContract;
import io.flowmanager.saga.application.remote.IntentStepsContract;
import io.flowmanager.saga.application.remote.Intents;
import io.flowmanager.testing.store.TestStore;
import io.flowmanager.testkit.store.TransactionalStore.Session;
import org.junit.jupiter.api.Nested;

/** Steps of sagas that a service stores, with their intents in this database. */
abstract class IntentContracts {

  /** A store with nothing in it. */
  abstract JpaStore database();

  private static Intents of(Session session) {
    return ((JpaSession) session).intents();
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
