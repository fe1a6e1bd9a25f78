// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Carries out each command once, however often it comes, and has the event sent. */
public final class Worker {

  private final Participant participant;
  private final Inbox inbox;
  private final EventSender sender;
  private final Work work;
  private final Log log;

  public Worker(Participant participant, Inbox inbox, EventSender sender, Work work, Log log) {
    this.participant = participant;
    this.inbox = inbox;
    this.sender = sender;
    this.work = work;
    this.log = log;
  }

  /**
   * Keeps a command; a new one is carried out a moment later.
   *
   * @return completes when the command needs no more care of whoever brought it: it is answered, or
   *     it came before
   * @throws IllegalArgumentException when the participant does not know such commands
   * @throws IOException when the command could not be kept
   */
  public CompletableFuture<Void> take(Command command) throws IOException {
    if (!participant.skills().containsKey(command.label())) {
      throw new IllegalArgumentException(
          "%s knows %s, not %s."
              .formatted(participant.name(), participant.skills().keySet(), command.label()));
    }
    if (!inbox.accept(command)) {
      log.line(command, command.label() + " came again, nothing more to do");
      return CompletableFuture.completedFuture(null);
    }
    log.line(command, command.label() + " accepted");
    return carryOutLater(command);
  }

  /** Goes on with what an earlier life of this participant accepted and could not answer. */
  public void resume() {
    inbox.unanswered().forEach(this::carryOutLater);
  }

  private CompletableFuture<Void> carryOutLater(Command command) {
    Executor later = CompletableFuture.delayedExecutor(work.time().toMillis(), MILLISECONDS);
    return CompletableFuture.supplyAsync(() -> work.result(participant, command), later)
        .thenCompose(event -> sender.send(command, event))
        .thenRun(() -> answered(command))
        .exceptionally(failure -> report(command, failure));
  }

  private void answered(Command command) {
    try {
      inbox.answered(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Void report(Command command, Throwable failure) {
    log.line(command, command.label() + " is not answered before the next start: " + failure);
    return null;
  }
}
