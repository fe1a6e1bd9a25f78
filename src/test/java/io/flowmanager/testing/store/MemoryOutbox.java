// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.Backlog;
import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.Outbox;
import io.flowmanager.saga.application.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.store.MemoryTables.Blocked;
import io.flowmanager.testing.store.MemoryTables.Pending;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pending commands of one transaction of the memory store. */
record MemoryOutbox(MemoryTables tables) implements Outbox {

  @Override
  public List<PendingCommand> claim(Instant now, Instant leasedUntil, int limit) {
    Map<SagaId, Pending> oldest = new LinkedHashMap<>();
    tables.pending().forEach((id, pending) -> oldest.putIfAbsent(id.saga(), pending));
    List<Pending> due =
        oldest.values().stream()
            .filter(pending -> pending.isDue(now))
            .sorted(Comparator.comparing(Pending::dueAt))
            .limit(limit)
            .toList();
    due.forEach(pending -> makeDue(pending.command().command().id(), leasedUntil));
    return due.stream().map(pending -> claimed(pending.command(), leasedUntil)).toList();
  }

  private static PendingCommand claimed(PendingCommand stored, Instant leasedUntil) {
    return new PendingCommand(
        stored.flow(), stored.command(), stored.attempts(), leasedUntil, true);
  }

  private void makeDue(CommandId id, Instant at) {
    tables.pending().computeIfPresent(id, (same, pending) -> pending.dueAt(at));
  }

  @Override
  public void remove(Collection<CommandId> delivered) {
    delivered.forEach(tables.pending()::remove);
  }

  @Override
  public void postpone(CommandId command, int attempts, Instant nextAttempt, String error) {
    tables
        .pending()
        .computeIfPresent(
            command,
            (id, pending) -> pending.as(tried(pending.command(), attempts)).dueAt(nextAttempt));
    makeLaterOnesDue(command);
  }

  private void makeLaterOnesDue(CommandId command) {
    tables.pending().tailMap(command, false).keySet().stream()
        .filter(later -> later.saga().equals(command.saga()))
        .forEach(later -> makeDue(later, Instant.EPOCH));
  }

  private static PendingCommand tried(PendingCommand stored, int attempts) {
    return new PendingCommand(
        stored.flow(), stored.command(), attempts, stored.leasedUntil(), false);
  }

  @Override
  public void block(CommandId command, FlowVersion version, String reason, Instant now) {
    var blocked = Optional.of(new Blocked(version, reason, now));
    tables
        .pending()
        .computeIfPresent(command, (id, pending) -> pending.blocked(blocked).dueAt(now));
    makeLaterOnesDue(command);
  }

  @Override
  public void release(Collection<CommandId> commands, Instant now) {
    commands.forEach(id -> makeDue(id, now));
  }

  @Override
  public List<Backlog> backlogs() {
    Map<Channels.Key, List<Pending>> byChannel =
        tables.pending().values().stream().collect(Collectors.groupingBy(MemoryOutbox::channel));
    return byChannel.entrySet().stream()
        .map(entry -> backlog(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Channels.Key channel(Pending pending) {
    return new Channels.Key(pending.command().flow(), pending.command().command().channel());
  }

  private static Backlog backlog(Channels.Key key, List<Pending> stored) {
    Instant oldest =
        stored.stream().map(Pending::storedAt).min(Comparator.naturalOrder()).orElseThrow();
    return new Backlog(key.flow(), key.channel(), stored.size(), oldest);
  }
}
