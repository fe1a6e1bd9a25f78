// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.route.Failures;
import io.flowmanager.router.application.route.KeyedSequencer;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What an operator does with quarantined messages. */
@SingletonBean
public final class QuarantineAdministration {

  private final Quarantine quarantine;
  private final RouteMessage route;
  private final KeyedSequencer retries = new KeyedSequencer();

  /** A page of a listing. */
  public record Page(List<QuarantinedMessage> messages, boolean hasMore) {}

  @Inject
  public QuarantineAdministration(Quarantine quarantine, RouteMessage route) {
    this.quarantine = quarantine;
    this.route = route;
  }

  /** Quarantined messages in the order in which they were quarantined. */
  public CompletionStage<Page> list(Optional<String> after, int limit) {
    return quarantine
        .list(after, limit + 1)
        .thenApply(
            found ->
                new Page(found.subList(0, Math.min(limit, found.size())), found.size() > limit));
  }

  /**
   * Handles the message, and those of its saga that were sent before it, in their order.
   *
   * @return how many were handled; completes exceptionally with a {@link RoutingException} when
   *     there is no such message, or one could not be handled and stays quarantined with all behind
   *     it
   */
  public CompletionStage<Integer> retry(String id) {
    return quarantine
        .find(id)
        .thenApply(found -> found.orElseThrow(() -> unknown(id)))
        .thenCompose(last -> inOrder(last.message().queue(), Optional.of(id)));
  }

  /**
   * Handles all quarantined messages of the saga in their order, those that are quarantined
   * meanwhile as well.
   *
   * @return as {@link #retry}
   */
  public CompletionStage<Integer> retryAll(RouterMessage.Queue queue) {
    return inOrder(queue, Optional.empty());
  }

  /** Forgets the message, which is never handled then; completes exceptionally when it is none. */
  public CompletionStage<Void> discard(String id) {
    return quarantine
        .remove(id)
        .thenAccept(
            found -> {
              if (!found) {
                throw unknown(id);
              }
            });
  }

  private CompletionStage<Integer> inOrder(RouterMessage.Queue queue, Optional<String> last) {
    return retries.run(queue.input() + " " + queue.saga(), () -> next(queue, last, 0));
  }

  private CompletionStage<Integer> next(
      RouterMessage.Queue queue, Optional<String> last, int handled) {
    return quarantine
        .first(queue)
        .thenCompose(
            first -> {
              if (first.isEmpty()) {
                return CompletableFuture.completedStage(handled);
              }
              boolean isLast = last.filter(first.get().id()::equals).isPresent();
              return handle(first.get())
                  .thenCompose(
                      done ->
                          isLast
                              ? CompletableFuture.completedStage(handled + 1)
                              : next(queue, last, handled + 1));
            });
  }

  /** Removed after it is handled: until then, what comes for the saga is quarantined behind it. */
  private CompletionStage<Boolean> handle(QuarantinedMessage message) {
    return route
        .handle(message.message())
        .handle(
            (routed, failure) ->
                failure == null ? quarantine.remove(message.id()) : failed(message, failure))
        .thenCompose(stage -> stage);
  }

  private CompletionStage<Boolean> failed(QuarantinedMessage message, Throwable failure) {
    RoutingException reason = Failures.routing(failure);
    return quarantine
        .failedAgain(message.id(), reason.getMessage())
        .handle((noted, unnoted) -> CompletableFuture.<Boolean>failedStage(told(message, reason)))
        .thenCompose(stage -> stage);
  }

  private static RoutingException told(QuarantinedMessage message, RoutingException reason) {
    return new RoutingException(
        reason.kind(),
        reason.getMessage() + " The message " + message.id() + " stays quarantined.");
  }

  /** What to say when there is no such message. */
  public static RoutingException unknown(String id) {
    return new RoutingException(
        Kind.UNKNOWN_MESSAGE,
        "There is no quarantined message \"" + id + "\". Perhaps it has been handled meanwhile.");
  }
}
