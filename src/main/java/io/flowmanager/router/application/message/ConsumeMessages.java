// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import io.flowmanager.platform.log.LogText;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.router.application.message.MessageCounter.Fate;
import io.flowmanager.router.application.route.Failures;
import io.flowmanager.router.application.route.KeyedSequencer;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Handles the messages of a broker: those of one saga one after the other, in the order of the
 * calls. A message that cannot be handled is retried for a while and then quarantined; later
 * messages of its saga are quarantined behind it. Other sagas do not wait, and no thread is
 * blocked.
 */
public final class ConsumeMessages {

  private static final RateLimitedLog LOG = RateLimitedLog.of("io.flowmanager.router");

  private final RouteMessage route;
  private final Quarantine quarantine;
  private final MessageRetryPolicy retryPolicy;
  private final Function<Duration, Executor> later;
  private final MessageCounter counter;
  private final KeyedSequencer order = new KeyedSequencer();

  /**
   * @param isOurs whether this node still has to handle the message
   * @param attempts that failed for any reason
   * @param failures those of them that count towards the quarantine
   */
  private record Try(RouterMessage message, BooleanSupplier isOurs, int tries, int failures) {

    Try after(boolean failure) {
      return new Try(message, isOurs, tries + 1, failure ? failures + 1 : failures);
    }
  }

  /**
   * @param later executor for delayed work
   */
  public ConsumeMessages(
      RouteMessage route,
      Quarantine quarantine,
      MessageRetryPolicy retryPolicy,
      Function<Duration, Executor> later,
      MessageCounter counter) {
    this.route = route;
    this.quarantine = quarantine;
    this.retryPolicy = retryPolicy;
    this.later = later;
    this.counter = counter;
  }

  /**
   * @param isOurs called before each attempt; if it returns false, another node will handle the
   *     message
   * @return completes with true when the message was handled or is stored in the quarantine; with
   *     false only if this node no longer has to handle it
   */
  public CompletionStage<Boolean> handle(RouterMessage message, BooleanSupplier isOurs) {
    String queue = message.input() + " " + message.event().saga();
    return order.run(queue, () -> attempt(new Try(message, isOurs, 0, 0)));
  }

  /** Reports a message that cannot be read. */
  public void skip(RouterMessage.Place place, String why) {
    counter.count(place.topic(), Fate.SKIPPED);
    LOG.log(
        Level.WARNING, "skipped", () -> "The message " + place + " is skipped: " + LogText.of(why));
  }

  private CompletionStage<Boolean> attempt(Try one) {
    if (!one.isOurs().getAsBoolean()) {
      return CompletableFuture.completedStage(false);
    }
    return quarantine
        .quarantineBehind(one.message())
        .thenCompose(isQuarantined -> isQuarantined ? quarantined(one.message()) : route(one))
        .handle((isDone, failure) -> failure == null ? done(isDone) : failed(one, failure))
        .thenCompose(stage -> stage);
  }

  private CompletionStage<Boolean> route(Try one) {
    return route.handle(one.message()).thenApply(routed -> counted(one.message(), Fate.ROUTED));
  }

  private CompletionStage<Boolean> quarantined(RouterMessage message) {
    return done(counted(message, Fate.QUARANTINED));
  }

  private boolean counted(RouterMessage message, Fate fate) {
    counter.count(message.place().topic(), fate);
    return true;
  }

  private static CompletionStage<Boolean> done(boolean isDone) {
    return CompletableFuture.completedStage(isDone);
  }

  private CompletionStage<Boolean> failed(Try one, Throwable failure) {
    RoutingException reason = Failures.routing(failure);
    boolean counts = !isOurOwn(reason.kind());
    Try next = one.after(counts);
    boolean isWorthATry = mayPass(reason.kind()) && next.failures() <= retryPolicy.retries();
    return isWorthATry || !counts
        ? after(retryPolicy.after(next.tries()), () -> attempt(next))
        : quarantine(next, reason);
  }

  /** A failure that concerns all messages is no reason to quarantine one. */
  private static boolean isOurOwn(Kind kind) {
    return kind == Kind.STORE_UNAVAILABLE || kind == Kind.BUSY;
  }

  /** The main saga learns of its sub saga by another message, which may arrive a little later. */
  private static boolean mayPass(Kind kind) {
    return kind.mayPass() || kind == Kind.NO_SUB_SAGA;
  }

  private CompletionStage<Boolean> quarantine(Try one, RoutingException reason) {
    if (!one.isOurs().getAsBoolean()) {
      return CompletableFuture.completedStage(false);
    }
    return quarantine
        .quarantine(one.message(), reason.getMessage())
        .handle(
            (noted, unnoted) ->
                unnoted == null ? noted(one, reason) : quarantineLater(one, reason))
        .thenCompose(stage -> stage);
  }

  private CompletionStage<Boolean> noted(Try one, RoutingException reason) {
    LOG.log(Level.ERROR, "quarantined", () -> quarantined(one.message(), reason.getMessage()));
    return quarantined(one.message());
  }

  private static String quarantined(RouterMessage message, String why) {
    return "The message "
        + (message.place() + " of saga " + LogText.of(message.event().saga()))
        + (" is quarantined: " + LogText.of(why));
  }

  private CompletionStage<Boolean> quarantineLater(Try one, RoutingException reason) {
    Try next = one.after(false);
    return after(retryPolicy.after(next.tries()), () -> quarantine(next, reason));
  }

  private CompletionStage<Boolean> after(Duration delay, Supplier<CompletionStage<Boolean>> work) {
    return CompletableFuture.supplyAsync(work, later.apply(delay)).thenCompose(stage -> stage);
  }
}
