// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.store.SagaStore.Wanted;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.server.MariaDbServer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for rows of others, though MariaDB knows how small its tables are. */
class MariaDbLocksTest {

  private static final int SAGAS = 40;
  private static final Instant NOW = SettableClock.START;

  private final JpaStore store = TestStores.mariaDb();

  @BeforeEach
  void fill() {
    store.run(
        s ->
            s.sagas()
                .commit(
                    IntStream.range(0, SAGAS)
                        .mapToObj(i -> created(aSaga().withId("saga-" + i)).sends(0, NOW).build())
                        .toList()));
    String name = store.database().url().replaceAll(".*/|[?].*", "");
    MariaDbServer.execute("analyze table %s.saga, %s.pending_command".formatted(name, name));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void sagasThatAreLockedDelayNoOther() {
    try (JpaSession one = store.begin();
        JpaSession two = store.begin()) {
      lock(one, 0, SAGAS / 2);

      lock(two, SAGAS / 2, SAGAS);
    }
  }

  private static void lock(JpaSession session, int from, int to) {
    Set<SagaId> ids =
        IntStream.range(from, to)
            .mapToObj(i -> new SagaId("saga-" + i))
            .collect(Collectors.toSet());
    assertThat(session.sagas().load(new Wanted(ids, Map.of(), Set.of())).sagas())
        .hasSize(to - from);
  }

  @Test
  void claimLocksNoMoreThanItTakes() {
    try (JpaSession one = store.begin();
        JpaSession two = store.begin()) {
      Instant leased = NOW.plusSeconds(15);

      assertThat(one.outbox().claim(NOW, leased, ClaimLimits.of(SAGAS / 2))).hasSize(SAGAS / 2);
      assertThat(two.outbox().claim(NOW, leased, ClaimLimits.of(SAGAS))).hasSize(SAGAS / 2);
    }
  }
}
