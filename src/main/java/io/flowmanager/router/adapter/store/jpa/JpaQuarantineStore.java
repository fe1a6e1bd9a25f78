// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.message.QuarantineStore;
import io.flowmanager.router.application.message.QuarantinedMessage;
import io.flowmanager.router.application.message.RouterMessage.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores quarantined messages in the server's data source. */
@ApplicationScoped
public class JpaQuarantineStore implements QuarantineStore {

  private final EntityManager entityManager;

  /** For the container's proxy. */
  protected JpaQuarantineStore() {
    this(null);
  }

  @Inject
  JpaQuarantineStore(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  /**
   * Selects only ids, because values may be large; in their order, so that two transactions cannot
   * deadlock.
   */
  @Override
  public boolean lock(Queue queue) {
    return SqlExceptionTranslator.ask(
        () ->
            !entityManager
                .createNativeQuery(
                    "select id from router_parked where inlet = ?1 and saga_id = ?2"
                        + " order by id for update")
                .setParameter(1, queue.input().name())
                .setParameter(2, queue.saga())
                .getResultList()
                .isEmpty());
  }

  @Override
  public boolean contains(CallKey key) {
    return SqlExceptionTranslator.ask(
        () ->
            entityManager
                    .createQuery(
                        "select count(p) from QuarantinedMessageRow p where p.callKey = :key",
                        Long.class)
                    .setParameter("key", key.value())
                    .getSingleResult()
                > 0);
  }

  @Override
  public void add(QuarantinedMessage message) {
    SqlExceptionTranslator.run(
        () -> {
          entityManager.persist(new QuarantinedMessageRow(message));
          entityManager.flush();
        });
  }

  @Override
  public Optional<QuarantinedMessage> find(String id) {
    return SqlExceptionTranslator.ask(
        () -> row(id).map(QuarantinedMessageRow::toMessage).findFirst());
  }

  // By query: a failing EntityManager.find gives the provider's own exception, not a standard one.
  private Stream<QuarantinedMessageRow> row(String id) {
    return entityManager
        .createQuery(
            "select p from QuarantinedMessageRow p where p.id = :id", QuarantinedMessageRow.class)
        .setParameter("id", id)
        .getResultStream();
  }

  @Override
  public Optional<QuarantinedMessage> first(Queue queue) {
    return SqlExceptionTranslator.ask(
        () ->
            entityManager
                .createQuery(
                    "select p from QuarantinedMessageRow p"
                        + " where p.input = :input and p.sagaId = :saga"
                        + " order by p.messageOffset, p.id",
                    QuarantinedMessageRow.class)
                .setParameter("input", queue.input().name())
                .setParameter("saga", queue.saga())
                .setMaxResults(1)
                .getResultStream()
                .map(QuarantinedMessageRow::toMessage)
                .findFirst());
  }

  @Override
  public void replace(QuarantinedMessage message) {
    SqlExceptionTranslator.run(
        () -> {
          row(message.id()).forEach(row -> row.because(message.reason()));
          entityManager.flush();
        });
  }

  @Override
  public boolean remove(String id) {
    return SqlExceptionTranslator.ask(
        () ->
            entityManager
                    .createQuery("delete from QuarantinedMessageRow p where p.id = :id")
                    .setParameter("id", id)
                    .executeUpdate()
                > 0);
  }

  @Override
  public List<QuarantinedMessage> list(Optional<String> after, int limit) {
    return SqlExceptionTranslator.ask(
        () ->
            entityManager
                .createQuery(
                    "select p from QuarantinedMessageRow p where p.id > :after order by p.id",
                    QuarantinedMessageRow.class)
                .setParameter("after", after.orElse(""))
                .setMaxResults(limit)
                .getResultStream()
                .map(QuarantinedMessageRow::toMessage)
                .toList());
  }

  @Override
  public long count() {
    return SqlExceptionTranslator.ask(
        () ->
            ((Number)
                    entityManager
                        .createNativeQuery("select count(*) from router_parked")
                        .getSingleResult())
                .longValue());
  }
}
