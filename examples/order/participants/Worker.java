// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Carries out each command once, however often it comes, and has the event sent. */
final class Worker {

  private final Participant participant;
  private final Inbox inbox;
  private final EventSender sender;
  private final Settings settings;
  private final Log log;

  Worker(Participant participant, Inbox inbox, EventSender sender, Settings settings, Log log) {
    this.participant = participant;
    this.inbox = inbox;
    this.sender = sender;
    this.settings = settings;
    this.log = log;
  }

  /** Keeps a command; a new one is carried out a moment later. */
  void take(Command command) throws IOException {
    if (!participant.skills().containsKey(command.label())) {
      throw new IllegalArgumentException(
          "%s knows %s, not %s."
              .formatted(participant.name(), participant.skills().keySet(), command.label()));
    }
    if (!inbox.accept(command)) {
      log.line(command, command.label() + " came again, nothing more to do");
      return;
    }
    log.line(command, command.label() + " accepted");
    carryOutLater(command);
  }

  /** Goes on with what an earlier life of this participant accepted and could not answer. */
  void resume() {
    inbox.unanswered().forEach(this::carryOutLater);
  }

  private void carryOutLater(Command command) {
    Executor later = CompletableFuture.delayedExecutor(settings.work().toMillis(), MILLISECONDS);
    CompletableFuture.supplyAsync(() -> carryOut(command), later)
        .thenCompose(event -> sender.send(command, event))
        .thenRun(() -> answered(command))
        .exceptionally(failure -> report(command, failure));
  }

  private Event carryOut(Command command) {
    if (settings.badLuck().strikes(command)) {
      return Event.errorOf(command, "Bad luck.");
    }
    return participant.skills().get(command.label()).apply(command);
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
