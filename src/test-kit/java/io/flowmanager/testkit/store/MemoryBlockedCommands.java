// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit.store;

import io.flowmanager.saga.application.outbox.BlockedCommand;
import io.flowmanager.saga.application.outbox.BlockedCommands;
import io.flowmanager.saga.application.outbox.BlockedPage;
import io.flowmanager.saga.application.outbox.BlockedQuery;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testkit.store.MemoryTables.Blocked;
import io.flowmanager.testkit.store.MemoryTables.Pending;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The blocked commands of one transaction of the memory store. */
record MemoryBlockedCommands(MemoryTables tables) implements BlockedCommands {

  @Override
  public BlockedPage list(BlockedQuery query) {
    List<BlockedCommand> all =
        tables.pending().descendingMap().entrySet().stream()
            .filter(
                entry -> query.before().map(last -> isBefore(entry.getKey(), last)).orElse(true))
            .map(entry -> entry.getValue())
            .filter(pending -> pending.blocked().isPresent())
            .map(pending -> blocked(pending, pending.blocked().get()))
            .filter(command -> query.flow().map(command.flow()::equals).orElse(true))
            .toList();
    int size = Math.min(query.limit(), all.size());
    return new BlockedPage(all.subList(0, size), all.size() > size);
  }

  private boolean isBefore(CommandId one, CommandId other) {
    return tables.pending().comparator().compare(one, other) < 0;
  }

  private static BlockedCommand blocked(Pending pending, Blocked why) {
    Command command = pending.command().command();
    return new BlockedCommand(
        command.id(),
        pending.command().flow(),
        command.state(),
        command.channel(),
        command.label(),
        why.version(),
        why.reason(),
        why.since());
  }

  @Override
  public boolean unblock(CommandId command, Instant now) {
    return unblock(pending -> pending.command().command().id().equals(command), now) == 1;
  }

  @Override
  public int unblockAll(FlowName flow, Instant now) {
    return unblock(pending -> pending.command().flow().equals(flow), now);
  }

  @Override
  public int unblockOthers(FlowName flow, FlowVersion loaded, Instant now) {
    return unblock(
        pending ->
            pending.command().flow().equals(flow)
                && pending.blocked().filter(by -> by.version().equals(loaded)).isEmpty(),
        now);
  }

  private int unblock(Predicate<Pending> which, Instant now) {
    List<Pending> free =
        tables.pending().values().stream()
            .filter(pending -> pending.blocked().isPresent())
            .filter(which)
            .toList();
    free.forEach(
        pending ->
            tables
                .pending()
                .put(
                    pending.command().command().id(),
                    pending.blocked(Optional.empty()).dueAt(now)));
    return free.size();
  }

  @Override
  public long size() {
    return tables.pending().values().stream()
        .filter(pending -> pending.blocked().isPresent())
        .count();
  }
}
