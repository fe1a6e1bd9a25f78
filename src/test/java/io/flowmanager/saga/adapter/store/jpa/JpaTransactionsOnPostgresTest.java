// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JpaTransactionsOnPostgresTest extends JpaTransactionsContract {

  private static final Instant NOW = SettableClock.START;
  private static final Instant LEASED = NOW.plusSeconds(15);

  @Override
  JpaStore open() {
    return TestStores.postgres();
  }

  // H2 locks all rows that are due, not only those within the limit: there a second node finds
  // none.
  @Test
  void secondClaimerPassesOverWhatTheFirstIsTaking() {
    store(IntStream.range(0, 6).mapToObj(i -> created(aSaga().withId("saga-" + i)).sends(0, NOW)));

    try (JpaSession one = store().begin();
        JpaSession two = store().begin()) {
      List<PendingCommand> first = one.outbox().claim(NOW, LEASED, ClaimLimits.of(4));
      List<PendingCommand> second = two.outbox().claim(NOW, LEASED, ClaimLimits.of(10));
      one.commit();
      two.commit();

      assertThat(first).hasSize(4);
      assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
    }
  }
}
