// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.router.application.CallKey;
import io.flowmanager.router.application.ParkedMessage;
import io.flowmanager.router.application.ParkedStore;
import io.flowmanager.router.application.RouterMessage.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parked messages in the server's data source. */
@ApplicationScoped
public class JpaParkedStore implements ParkedStore {

  private final EntityManager entityManager;

  /** For the container's proxy. */
  protected JpaParkedStore() {
    this(null);
  }

  @Inject
  JpaParkedStore(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /** Ids alone, as values may be large; in their order, so that two who lock never form a ring. */
  @Override
  public boolean lock(Queue queue) {
    return Guard.ask(
        () ->
            !entityManager
                .createNativeQuery(
                    "select id from router_parked where inlet = ?1 and saga_id = ?2"
                        + " order by id for update")
                .setParameter(1, queue.inlet().name())
                .setParameter(2, queue.saga())
                .getResultList()
                .isEmpty());
  }

  @Override
  public boolean contains(CallKey key) {
    return Guard.ask(
        () ->
            entityManager
                    .createQuery(
                        "select count(p) from RouterParkedRow p where p.callKey = :key", Long.class)
                    .setParameter("key", key.value())
                    .getSingleResult()
                > 0);
  }

  @Override
  public void add(ParkedMessage message) {
    Guard.run(
        () -> {
          entityManager.persist(new RouterParkedRow(message));
          entityManager.flush();
        });
  }

  @Override
  public Optional<ParkedMessage> find(String id) {
    return Guard.ask(() -> row(id).map(RouterParkedRow::toParked).findFirst());
  }

  // By query: a failing EntityManager.find gives the provider's own exception, not a standard one.
  private Stream<RouterParkedRow> row(String id) {
    return entityManager
        .createQuery("select p from RouterParkedRow p where p.id = :id", RouterParkedRow.class)
        .setParameter("id", id)
        .getResultStream();
  }

  @Override
  public Optional<ParkedMessage> first(Queue queue) {
    return Guard.ask(
        () ->
            entityManager
                .createQuery(
                    "select p from RouterParkedRow p where p.inlet = :inlet and p.sagaId = :saga"
                        + " order by p.messageOffset, p.id",
                    RouterParkedRow.class)
                .setParameter("inlet", queue.inlet().name())
                .setParameter("saga", queue.saga())
                .setMaxResults(1)
                .getResultStream()
                .map(RouterParkedRow::toParked)
                .findFirst());
  }

  @Override
  public void replace(ParkedMessage message) {
    Guard.run(
        () -> {
          row(message.id()).forEach(row -> row.because(message.reason()));
          entityManager.flush();
        });
  }

  @Override
  public boolean remove(String id) {
    return Guard.ask(
        () ->
            entityManager
                    .createQuery("delete from RouterParkedRow p where p.id = :id")
                    .setParameter("id", id)
                    .executeUpdate()
                > 0);
  }

  @Override
  public List<ParkedMessage> list(Optional<String> after, int limit) {
    return Guard.ask(
        () ->
            entityManager
                .createQuery(
                    "select p from RouterParkedRow p where p.id > :after order by p.id",
                    RouterParkedRow.class)
                .setParameter("after", after.orElse(""))
                .setMaxResults(limit)
                .getResultStream()
                .map(RouterParkedRow::toParked)
                .toList());
  }

  @Override
  public long count() {
    return Guard.ask(
        () ->
            ((Number)
                    entityManager
                        .createNativeQuery("select count(*) from router_parked")
                        .getSingleResult())
                .longValue());
  }
}
