// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.store;

import io.flowmanager.saga.application.Backlog;
import io.flowmanager.saga.application.Channels;
import io.flowmanager.saga.application.Outbox;
import io.flowmanager.saga.application.OutboxWork.Block;
import io.flowmanager.saga.application.OutboxWork.Postpone;
import io.flowmanager.saga.application.OutboxWork.Release;
import io.flowmanager.saga.application.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.testing.store.MemoryTables.Blocked;
import io.flowmanager.testing.store.MemoryTables.Pending;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pending commands of one transaction of the memory store. */
record MemoryOutbox(MemoryTables tables) implements Outbox {

  @Override
  public List<PendingCommand> claim(Instant now, Instant leasedUntil, int limit) {
    List<CommandId> due =
        tables.pending().entrySet().stream()
            .filter(entry -> entry.getValue().isDue(now))
            .sorted(Map.Entry.comparingByValue(Comparator.comparing(Pending::dueAt)))
            .limit(limit)
            .map(Map.Entry::getKey)
            .sorted(tables.pending().comparator())
            .toList();
    Set<CommandId> free = new HashSet<>();
    for (CommandId id : due) {
      if (forerunner(id).map(free::contains).orElse(true)) {
        free.add(id);
      }
    }
    due.forEach(id -> makeDue(id, free.contains(id) ? leasedUntil : now.plus(PASSED_OVER)));
    return due.stream()
        .filter(free::contains)
        .map(id -> claimed(tables.pending().get(id).command(), leasedUntil))
        .toList();
  }

  private Optional<CommandId> forerunner(CommandId command) {
    return Optional.ofNullable(tables.pending().lowerKey(command))
        .filter(earlier -> earlier.saga().equals(command.saga()));
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
  public void postpone(Collection<Postpone> failures) {
    failures.forEach(this::postpone);
  }

  private void postpone(Postpone failure) {
    tables
        .pending()
        .computeIfPresent(
            failure.command(),
            (id, pending) ->
                pending
                    .as(tried(pending.command(), failure.attempts()))
                    .dueAt(failure.nextAttempt()));
    makeLaterOnesDue(failure.command(), failure.nextAttempt());
  }

  private void makeLaterOnesDue(CommandId command, Instant at) {
    tables.pending().tailMap(command, false).keySet().stream()
        .filter(later -> later.saga().equals(command.saga()))
        .forEach(later -> makeDue(later, at));
  }

  private static PendingCommand tried(PendingCommand stored, int attempts) {
    return new PendingCommand(
        stored.flow(), stored.command(), attempts, stored.leasedUntil(), false);
  }

  @Override
  public void block(Collection<Block> blocks, Instant now) {
    for (Block block : blocks) {
      var blocked = Optional.of(new Blocked(block.version(), block.reason(), now));
      tables
          .pending()
          .computeIfPresent(block.command(), (id, pending) -> pending.blocked(blocked).dueAt(now));
      makeLaterOnesDue(block.command(), now);
    }
  }

  @Override
  public void release(Collection<Release> leases, Instant now) {
    leases.stream()
        .filter(lease -> isHeldBy(lease, tables.pending().get(lease.command())))
        .forEach(lease -> makeDue(lease.command(), now));
  }

  private static boolean isHeldBy(Release lease, Pending pending) {
    return pending != null && pending.dueAt().equals(lease.leasedUntil());
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
