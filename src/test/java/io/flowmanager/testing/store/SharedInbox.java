// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.inbox.LogPartition;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.testkit.store.TransactionalStore;
import io.flowmanager.testkit.store.TransactionalStore.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The inbox of a store, each call in a transaction of its own. */
public record SharedInbox(TransactionalStore store, BooleanSupplier isDown) implements Inbox {

  @Override
  public Map<LogPartition, ConsumerPosition> lock(Set<LogPartition> partitions) {
    return ask(session -> session.inbox().lock(partitions));
  }

  @Override
  public Map<LogPartition, ConsumerPosition> positions(Set<LogPartition> partitions) {
    return ask(session -> session.inbox().positions(partitions));
  }

  @Override
  public void move(Map<LogPartition, ConsumerPosition> positions) {
    run(inbox -> inbox.move(positions));
  }

  @Override
  public void keep(List<DeadLetter> deadLetters) {
    run(inbox -> inbox.keep(deadLetters));
  }

  @Override
  public List<DeadLetter> deadLetters(Channels.Key channel, Optional<DeadLetter> after, int limit) {
    return ask(session -> session.inbox().deadLetters(channel, after, limit));
  }

  @Override
  public void remove(Collection<DeadLetter> deadLetters) {
    run(inbox -> inbox.remove(deadLetters));
  }

  private void run(Consumer<Inbox> work) {
    ask(
        session -> {
          work.accept(session.inbox());
          return null;
        });
  }

  private <T> T ask(Function<Session, T> work) {
    if (isDown.getAsBoolean()) {
      throw new StoreUnavailableException("down", null);
    }
    return store.ask(work);
  }
}
