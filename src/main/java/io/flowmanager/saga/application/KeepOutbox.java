// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.application.OutboxWork.Block;
import io.flowmanager.saga.application.OutboxWork.Poll;
import io.flowmanager.saga.application.OutboxWork.Postpone;
import io.flowmanager.saga.application.OutboxWork.Release;
import io.flowmanager.saga.application.OutboxWork.Remove;
import io.flowmanager.saga.domain.CommandId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Notes in one transaction what became of commands, and takes those that are due. */
@ApplicationScoped
public class KeepOutbox {

  private static final int CLAIM_LIMIT = 200;

  private final Outbox outbox;
  private final RelaySettings settings;
  private final Clock clock;

  /** For the container's proxy. */
  protected KeepOutbox() {
    this(null, null, null);
  }

  @Inject
  public KeepOutbox(Outbox outbox, RelaySettings settings, Clock clock) {
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Does all of the work or nothing of it.
   *
   * @return the commands that were due, if the work has a {@link Poll}; this node has them for the
   *     time of a lease
   */
  @Transactional
  public List<PendingCommand> handle(List<OutboxWork> work) {
    Instant now = clock.instant();
    List<CommandId> delivered =
        work.stream().filter(Remove.class::isInstance).map(w -> ((Remove) w).command()).toList();
    List<CommandId> released =
        work.stream().filter(Release.class::isInstance).map(w -> ((Release) w).command()).toList();
    if (!delivered.isEmpty()) {
      outbox.remove(delivered);
    }
    if (!released.isEmpty()) {
      outbox.release(released, now);
    }
    work.stream()
        .filter(Postpone.class::isInstance)
        .map(Postpone.class::cast)
        .forEach(this::postpone);
    work.stream()
        .filter(Block.class::isInstance)
        .map(Block.class::cast)
        .forEach(note -> outbox.block(note.command(), note.version(), note.reason(), now));
    boolean due = work.stream().anyMatch(Poll.class::isInstance);
    return due ? outbox.claim(now, now.plus(settings.lease()), CLAIM_LIMIT) : List.of();
  }

  /** The commands of all nodes that are not delivered, by channel. */
  @Transactional
  public List<Backlog> backlogs() {
    return outbox.backlogs();
  }

  private void postpone(Postpone failure) {
    outbox.postpone(failure.command(), failure.attempts(), failure.nextAttempt(), failure.error());
  }
}
