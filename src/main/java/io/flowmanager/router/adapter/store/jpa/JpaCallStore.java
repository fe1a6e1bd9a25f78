// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.CallStore;
import io.flowmanager.router.application.call.RoutedCall;
import io.flowmanager.router.application.call.RoutedCall.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stores the router's calls in the server's data source. Nodes skip rows that another one is
 * claiming.
 */
@ApplicationScoped
public class JpaCallStore implements CallStore {

  private final EntityManager entityManager;

  /** For the container's proxy. */
  protected JpaCallStore() {
    this(null);
  }

  @Inject
  JpaCallStore(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public Optional<RoutedCall> find(CallKey key) {
    return SqlExceptionTranslator.ask(() -> row(key).map(RouterCallRow::toCall).findFirst());
  }

  // By query: a failing EntityManager.find gives the provider's own exception, not a standard one.
  private Stream<RouterCallRow> row(CallKey key) {
    return entityManager
        .createQuery("select c from RouterCallRow c where c.callKey = :key", RouterCallRow.class)
        .setParameter("key", key.value())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream();
  }

  @Override
  public void add(RoutedCall call) {
    write(() -> entityManager.persist(new RouterCallRow(call)));
  }

  @Override
  public void replace(RoutedCall call) {
    write(() -> row(call.key()).forEach(row -> row.advance(call)));
  }

  @Override
  public void remove(CallKey key) {
    write(() -> row(key).forEach(entityManager::remove));
  }

  @Override
  public boolean removeOwn(CallKey key) {
    String sql = "delete from router_call where call_key = ?1 and own_key";
    return SqlExceptionTranslator.ask(
        () ->
            entityManager.createNativeQuery(sql).setParameter(1, key.value()).executeUpdate() > 0);
  }

  @Override
  public void noteMainSaga(CallKey key, String saga) {
    note("update router_call set main_saga_id = ?2 where call_key = ?1", key, saga);
  }

  @Override
  public void noteSubSaga(CallKey key, String saga) {
    note("update router_call set sub_saga_id = ?2 where call_key = ?1", key, saga);
  }

  private void note(String sql, CallKey key, String saga) {
    SqlExceptionTranslator.run(
        () ->
            entityManager
                .createNativeQuery(sql)
                .setParameter(1, key.value())
                .setParameter(2, saga)
                .executeUpdate());
  }

  @Override
  public List<RoutedCall> claim(Instant now, Instant leasedUntil, int limit) {
    return SqlExceptionTranslator.ask(
        () -> {
          List<RouterCallRow> due = lockDue(now, limit);
          due.forEach(row -> row.lease(leasedUntil));
          entityManager.flush();
          return due.stream().map(RouterCallRow::toCall).toList();
        });
  }

  /** A call that is done, or has failed for good, is never due. */
  @SuppressWarnings("unchecked")
  private List<RouterCallRow> lockDue(Instant now, int limit) {
    return entityManager
        .createNativeQuery(
            "select * from router_call where next_attempt_at <= ?1 order by next_attempt_at limit"
                + " ?2 for update skip locked",
            RouterCallRow.class)
        .setParameter(1, now.toEpochMilli())
        .setParameter(2, limit)
        .getResultList();
  }

  @Override
  public List<RoutedCall> unfinished(int limit) {
    return SqlExceptionTranslator.ask(
        () -> rowsNotDone(limit).stream().map(row -> ((RouterCallRow) row).toCall()).toList());
  }

  private List<?> rowsNotDone(int limit) {
    return entityManager
        .createNativeQuery(
            "select * from router_call where status <> ?1 order by begun_at limit ?2",
            RouterCallRow.class)
        .setParameter(1, Status.DONE.name())
        .setParameter(2, limit)
        .getResultList();
  }

  private void write(Runnable change) {
    SqlExceptionTranslator.run(
        () -> {
          change.run();
          entityManager.flush();
        });
  }
}
