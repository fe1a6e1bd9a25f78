// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.channel.Channels;
import io.flowmanager.saga.application.outbox.Backlog;
import io.flowmanager.saga.application.outbox.ClaimLimits;
import io.flowmanager.saga.application.outbox.Outbox;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Block;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.testkit.store.MemoryTables.Blocked;
import io.flowmanager.testkit.store.MemoryTables.Pending;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pending commands of one transaction of the memory store. */
record MemoryOutbox(MemoryTables tables) implements Outbox {

  @Override
  public List<PendingCommand> claim(Instant now, Instant leasedUntil, ClaimLimits limits) {
    Map<Channels.Key, Integer> narrow = limits.narrow();
    Predicate<Pending> isUsual = it -> it.isDue(now) && !narrow.containsKey(channel(it));
    Stream<CommandId> usual =
        due(now, isUsual, id -> isUsual.test(oldest(id).getValue())).limit(limits.commands());
    Stream<CommandId> few =
        narrow.entrySet().stream()
            .flatMap(
                limit ->
                    due(now, it -> channel(it).equals(limit.getKey()), this::isOldest)
                        .limit(limit.getValue()));
    return take(
        Stream.concat(usual, few).sorted(tables.pending().comparator()).toList(), now, leasedUntil);
  }

  private Stream<CommandId> due(Instant now, Predicate<Pending> wanted, Predicate<CommandId> free) {
    return tables.pending().entrySet().stream()
        .filter(entry -> entry.getValue().isDue(now) && wanted.test(entry.getValue()))
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(Pending::dueAt)))
        .map(Map.Entry::getKey)
        .filter(free);
  }

  private boolean isOldest(CommandId id) {
    return oldest(id).getKey().equals(id);
  }

  private Map.Entry<CommandId, Pending> oldest(CommandId id) {
    return tables.pending().ceilingEntry(new CommandId(id.saga(), 0, 0));
  }

  private List<PendingCommand> take(List<CommandId> due, Instant now, Instant leasedUntil) {
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
    changeLeased(
        failure.command(),
        failure.leasedUntil(),
        pending ->
            pending.as(tried(pending.command(), failure.attempts())).dueAt(failure.nextAttempt()));
  }

  private static PendingCommand tried(PendingCommand stored, int attempts) {
    return new PendingCommand(
        stored.flow(), stored.command(), attempts, stored.leasedUntil(), false);
  }

  @Override
  public void block(Collection<Block> blocks, Instant now) {
    for (Block block : blocks) {
      var blocked = Optional.of(new Blocked(block.version(), block.reason(), now));
      changeLeased(
          block.command(),
          block.leasedUntil(),
          pending -> pending.blocked(blocked).dueAt(Instant.MAX));
    }
  }

  @Override
  public void release(Collection<Release> leases, Instant now) {
    leases.forEach(
        lease -> changeLeased(lease.command(), lease.leasedUntil(), pending -> pending.dueAt(now)));
  }

  private void changeLeased(CommandId id, Instant leasedUntil, UnaryOperator<Pending> change) {
    tables
        .pending()
        .computeIfPresent(
            id,
            (same, pending) ->
                pending.dueAt().equals(leasedUntil) ? change.apply(pending) : pending);
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
