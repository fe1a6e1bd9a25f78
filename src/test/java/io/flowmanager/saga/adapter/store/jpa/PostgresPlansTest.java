// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.ChangeBuilder.moved;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.store.jpa.JpaStore.JpaSession;
import io.flowmanager.saga.application.SagaChange;
import io.flowmanager.saga.application.SagaStore.Wanted;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL keeps the plan of a statement that is used often. What it has planned for an empty
 * table must be good for a full one.
 */
class PostgresPlansTest {

  private static final int SAGAS = 20;
  private static final int BATCHES = 20;

  private final JpaStore store = TestStores.postgres();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void noBatchReadsAWholeTableHoweverEmptyItWasAtFirst() {
    Map<String, Long> before = scans();

    IntStream.range(0, BATCHES).forEach(this::playBatch);

    assertThat(scans()).isEqualTo(before);
  }

  private void playBatch(int batch) {
    List<String> names = IntStream.range(0, SAGAS).mapToObj(i -> batch + "-" + i).toList();
    Set<SagaId> ids = names.stream().map(SagaId::new).collect(Collectors.toSet());
    store.run(session -> session.sagas().commit(names.stream().map(this::start).toList()));
    store.run(
        session -> {
          session.sagas().load(new Wanted(ids, Map.of(), Set.of()));
          session.sagas().latestPending(ids);
          session.sagas().commit(names.stream().map(this::pay).toList());
        });
    store.run(
        session ->
            session.outbox().remove(ids.stream().map(id -> new CommandId(id, 0, 0)).toList()));
  }

  private SagaChange start(String id) {
    return created(aSaga().withId(id)).sends(0, SettableClock.START).build();
  }

  private SagaChange pay(String id) {
    return moved(aSaga().withId(id).inState("paid").after("paid", 1).build()).build();
  }

  /** How often each table has been read from its beginning to its end. */
  private Map<String, Long> scans() {
    try (JpaSession session = store.begin()) {
      String tell = "select pg_stat_force_next_flush()";
      session.entityManager().createNativeQuery(tell).getSingleResult();
      session.commit();
    }
    try (JpaSession session = store.begin()) {
      String sql = "select relname, seq_scan from pg_stat_user_tables";
      List<?> rows = session.entityManager().createNativeQuery(sql).getResultList();
      return rows.stream()
          .map(Object[].class::cast)
          .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
  }
}
