// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.outbox.BlockedCommands;
import io.flowmanager.saga.application.outbox.Outbox;
import io.flowmanager.saga.application.store.SagaStore;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store with its outbox, and the transactions that a server would put around their use. */
public interface TransactionalStore {

  /** Begins a transaction; closing it without a commit rolls it back. */
  Session begin();

  /** One transaction. */
  interface Session extends AutoCloseable {

    SagaStore sagas();

    Outbox outbox();

    Inbox inbox();

    BlockedCommands blocked();

    void commit();

    @Override
    void close();
  }

  /** Commits when the work returns, rolls back when it throws. */
  default <T> T ask(Function<Session, T> work) {
    try (Session session = begin()) {
      T result = work.apply(session);
      session.commit();
      return result;
    }
  }

  /** As {@link #ask}, for work without a result. */
  default void run(Consumer<Session> work) {
    ask(
        session -> {
          work.accept(session);
          return null;
        });
  }
}
