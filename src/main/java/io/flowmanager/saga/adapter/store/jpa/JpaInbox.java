// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.DeadLetter;
import io.flowmanager.saga.application.Inbox;
import io.flowmanager.saga.application.LogPartition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Positions and dead letters in the server's data source. */
@ApplicationScoped
public class JpaInbox implements Inbox {

  private static final String PARTITION = "flow, channel, consumer_group, topic, partition_no";

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
  public Map<LogPartition, Long> lock(Set<LogPartition> partitions) {
    return Guarded.call(() -> select(partitions, " order by " + PARTITION + " for update"));
  }

  @Override
  public Map<LogPartition, Long> positions(Set<LogPartition> partitions) {
    return Guarded.call(() -> select(partitions, ""));
  }

  @SuppressWarnings("unchecked")
  private Map<LogPartition, Long> select(Set<LogPartition> partitions, String manner) {
    if (partitions.isEmpty()) {
      return Map.of();
    }
    InList keys = InList.ofTuples(partitions.stream().map(p -> new PartitionKey(p).columns()));
    String sql =
        "select * from consumer_position where (%s) in (%s)%s"
            .formatted(PARTITION, keys.placeholders(1), manner);
    Query query = entityManager.createNativeQuery(sql, ConsumerPositionRow.class);
    keys.bind(query, 1);
    List<ConsumerPositionRow> rows = query.getResultList();
    return rows.stream()
        .collect(Collectors.toMap(ConsumerPositionRow::partition, ConsumerPositionRow::position));
  }

  @Override
  public void move(Map<LogPartition, Long> positions) {
    Guarded.run(
        () -> {
          positions.forEach(this::move);
          entityManager.flush();
        });
  }

  private void move(LogPartition partition, long position) {
    var row = entityManager.find(ConsumerPositionRow.class, new PartitionKey(partition));
    if (row == null) {
      entityManager.persist(new ConsumerPositionRow(partition, position));
    } else {
      row.moveTo(position);
    }
  }

  @Override
  public void keep(List<DeadLetter> deadLetters) {
    Guarded.run(
        () -> {
          deadLetters.forEach(letter -> entityManager.persist(new DeadLetterRow(letter)));
          entityManager.flush();
        });
  }

  @Override
  public List<DeadLetter> deadLetters(Set<Channels.Key> channels, int limit) {
    return Guarded.call(
        () ->
            channels.stream()
                .flatMap(channel -> deadLetters(channel, limit).stream())
                .limit(limit)
                .toList());
  }

  private List<DeadLetter> deadLetters(Channels.Key channel, int limit) {
    return entityManager
        .createQuery(
            "select d from DeadLetterRow d where d.flow = :flow and d.channel = :channel"
                + " order by d.createdAt, d.topic, d.partitionNo, d.messageOffset",
            DeadLetterRow.class)
        .setParameter("flow", channel.flow().value())
        .setParameter("channel", channel.channel())
        .setMaxResults(limit)
        .getResultStream()
        .map(DeadLetterRow::toLetter)
        .toList();
  }

  @Override
  public void remove(Collection<DeadLetter> deadLetters) {
    if (deadLetters.isEmpty()) {
      return;
    }
    InList keys = InList.ofTuples(deadLetters.stream().map(l -> new DeadLetterKey(l).columns()));
    Query query =
        entityManager.createNativeQuery(
            "delete from dead_letter where (%s, message_offset) in (%s)"
                .formatted(PARTITION, keys.placeholders(1)));
    keys.bind(query, 1);
    Guarded.run(query::executeUpdate);
  }
}
