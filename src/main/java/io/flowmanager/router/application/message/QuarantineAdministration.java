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

/** Lists, retries and discards quarantined messages for an operator. */
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

  /** Quarantined messages, in the order in which they were quarantined. */
  public CompletionStage<Page> list(Optional<String> after, int limit) {
    return quarantine
        .list(after, limit + 1)
        .thenApply(
            found ->
                new Page(found.subList(0, Math.min(limit, found.size())), found.size() > limit));
  }

  /**
   * Retries the message, after the quarantined messages of its saga that were sent before it, in
   * their order.
   *
   * @return completes with the number of handled messages. Completes exceptionally with a {@link
   *     RoutingException} if the message is not in the quarantine, or if one of them fails; that
   *     one and those behind it stay quarantined
   */
  public CompletionStage<Integer> retry(String id) {
    return quarantine
        .find(id)
        .thenApply(found -> found.orElseThrow(() -> unknown(id)))
        .thenCompose(last -> inOrder(last.message().queue(), Optional.of(id)));
  }

  /**
   * Retries all quarantined messages of the saga in their order, including those that are
   * quarantined meanwhile.
   *
   * @return as {@link #retry}
   */
  public CompletionStage<Integer> retryAll(RouterMessage.Queue queue) {
    return inOrder(queue, Optional.empty());
  }

  /**
   * Removes the message without handling it. Completes exceptionally if it is not in the
   * quarantine.
   */
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

  /**
   * It is removed after it was handled: until then, new messages of the saga are quarantined behind
   * it.
   */
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

  /** The exception for a message that is not in the quarantine. */
  public static RoutingException unknown(String id) {
    return new RoutingException(
        Kind.UNKNOWN_MESSAGE,
        "There is no quarantined message \""
            + id
            + "\"."
            + " It may have been handled or discarded already.");
  }
}
