// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.entity.ConsumerPositionRow;
import io.flowmanager.saga.adapter.store.jpa.entity.DeadLetterKey;
import io.flowmanager.saga.adapter.store.jpa.entity.DeadLetterRow;
import io.flowmanager.saga.adapter.store.jpa.entity.PartitionKey;
import io.flowmanager.saga.adapter.store.jpa.sql.InList;
import io.flowmanager.saga.adapter.store.jpa.sql.SqlExceptionTranslator;
import io.flowmanager.saga.adapter.store.jpa.sql.WholeRows;
import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.inbox.ConsumerPosition;
import io.flowmanager.saga.application.inbox.DeadLetter;
import io.flowmanager.saga.application.inbox.Inbox;
import io.flowmanager.saga.application.inbox.LogPartition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Positions and dead letters in the server's data source. */
@ApplicationScoped
public class JpaInbox implements Inbox {

  private static final String PARTITION = "flow, channel, consumer_group, topic, partition_no";

  private static final String POSITIONS = WholeRows.of(ConsumerPositionRow.class);
  private static final String LETTERS = WholeRows.of(DeadLetterRow.class);
  private static final String AGE =
      "created_at, consumer_group, topic, partition_no, message_offset";

  private final EntityManager entityManager;

  /** For the container's proxy. */
  protected JpaInbox() {
    this(null);
  }

  @Inject
  JpaInbox(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  @Override
  public Map<LogPartition, ConsumerPosition> lock(Set<LogPartition> partitions) {
    return SqlExceptionTranslator.call(
        () -> select(partitions, " order by " + PARTITION + " for update"));
  }

  @Override
  public Map<LogPartition, ConsumerPosition> positions(Set<LogPartition> partitions) {
    return SqlExceptionTranslator.call(() -> select(partitions, ""));
  }

  @SuppressWarnings("unchecked")
  private Map<LogPartition, ConsumerPosition> select(Set<LogPartition> partitions, String manner) {
    if (partitions.isEmpty()) {
      return Map.of();
    }
    InList keys = InList.ofTuples(partitions.stream().map(p -> new PartitionKey(p).columns()));
    String sql =
        POSITIONS + " where (" + PARTITION + ") in (" + keys.placeholders(1) + ")" + manner;
    Query query = entityManager.createNativeQuery(sql, ConsumerPositionRow.class);
    keys.bind(query, 1);
    List<ConsumerPositionRow> rows = query.getResultList();
    return rows.stream()
        .collect(Collectors.toMap(ConsumerPositionRow::partition, ConsumerPositionRow::position));
  }

  @Override
  public void move(Map<LogPartition, ConsumerPosition> positions) {
    SqlExceptionTranslator.run(
        () -> {
          positions.forEach(this::move);
          entityManager.flush();
        });
  }

  private void move(LogPartition partition, ConsumerPosition position) {
    var row = entityManager.find(ConsumerPositionRow.class, new PartitionKey(partition));
    if (row == null) {
      entityManager.persist(new ConsumerPositionRow(partition, position));
    } else {
      row.moveTo(position);
    }
  }

  @Override
  public void keep(List<DeadLetter> deadLetters) {
    SqlExceptionTranslator.run(
        () -> {
          deadLetters.forEach(letter -> entityManager.persist(new DeadLetterRow(letter)));
          entityManager.flush();
        });
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<DeadLetter> deadLetters(Channels.Key channel, Optional<DeadLetter> after, int limit) {
    String behind = after.isEmpty() ? "" : " and (" + AGE + ") > (?3, ?4, ?5, ?6, ?7)";
    String sql = LETTERS + " where flow = ?1 and channel = ?2" + behind + " order by " + AGE;
    Query query = entityManager.createNativeQuery(sql, DeadLetterRow.class);
    query.setParameter(1, channel.flow().value()).setParameter(2, channel.channel());
    after.ifPresent(letter -> bind(query, letter));
    return SqlExceptionTranslator.call(
        () -> {
          List<DeadLetterRow> rows = query.setMaxResults(limit).getResultList();
          return rows.stream().map(DeadLetterRow::toLetter).toList();
        });
  }

  private static void bind(Query query, DeadLetter after) {
    query
        .setParameter(3, after.at().toEpochMilli())
        .setParameter(4, after.partition().group())
        .setParameter(5, after.partition().topic())
        .setParameter(6, after.partition().number())
        .setParameter(7, after.offset());
  }

  @Override
  public void remove(Collection<DeadLetter> deadLetters) {
    if (deadLetters.isEmpty()) {
      return;
    }
    InList keys = InList.ofTuples(deadLetters.stream().map(l -> new DeadLetterKey(l).columns()));
    Query query =
        entityManager.createNativeQuery(
            "delete from dead_letter where (%s, message_offset, created_at) in (%s)"
                .formatted(PARTITION, keys.placeholders(1)));
    keys.bind(query, 1);
    SqlExceptionTranslator.run(query::executeUpdate);
  }
}
