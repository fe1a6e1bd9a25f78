// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.application.outbox.OutboxUpdate.Block;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Poll;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Remove;
import io.flowmanager.saga.application.store.PendingCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the results of sends and claims due commands, in one transaction. */
@ApplicationScoped
public class OutboxTransactions {

  private final Outbox outbox;
  private final DeliverySettings settings;
  private final Clock clock;

  /** For the container's proxy. */
  protected OutboxTransactions() {
    this(null, null, null);
  }

  @Inject
  public OutboxTransactions(Outbox outbox, DeliverySettings settings, Clock clock) {
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Applies all updates, or none.
   *
   * @return the commands that were due, if the work contains a {@link Poll}; they are leased to
   *     this node
   */
  @Transactional
  public List<PendingCommand> handle(List<OutboxUpdate> work) {
    Instant now = clock.instant();
    outbox.remove(only(Remove.class, work).map(Remove::command).toList());
    outbox.release(only(Release.class, work).toList(), now);
    outbox.postpone(only(Postpone.class, work).toList());
    outbox.block(only(Block.class, work).toList(), now);
    Optional<Poll> latest = only(Poll.class, work).reduce((first, second) -> second);
    return latest
        .map(poll -> outbox.claim(now, now.plus(settings.lease()), poll.limits()))
        .orElse(List.of());
  }

  private static <T extends OutboxUpdate> Stream<T> only(Class<T> kind, List<OutboxUpdate> work) {
    return work.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The undelivered commands of all nodes, by channel. */
  @Transactional
  public List<Backlog> backlogs() {
    return outbox.backlogs();
  }
}
