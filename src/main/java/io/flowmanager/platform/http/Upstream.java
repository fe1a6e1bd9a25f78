// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import dev.failsafe.CircuitBreaker;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.log.RateLimitedLog;
import jakarta.json.JsonValue;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;

/**
 * A remote service. Calls return at once. {@link UpstreamRetries} retries network failures and 5xx,
 * never 4xx. While the service's circuit breaker is open, calls fail without an attempt.
 *
 * <p>A call completes with the last reply, whatever its status, or exceptionally with a {@link
 * NoAnswerException}.
 */
public final class Upstream {

  private static final RateLimitedLog LOG = RateLimitedLog.of(Upstream.class);

  /** Far more than a saga with a long history has. */
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final byte[] NOTHING = {};

  private final UpstreamAddress address;
  private final HttpCalls http;
  private final Executor threads;
  private final UpstreamRetries retries;
  private final Duration timeout;

  /**
   * For this address alone, so that one failing service does not affect the others. MicroProfile's
   * breaker is shared by all objects of a class.
   */
  private final CircuitBreaker<Reply> breaker;

  /**
   * @param threads executor for processing replies
   */
  public Upstream(
      URI base, HttpCalls http, RetryPolicy policy, Executor threads, UpstreamRetries retries) {
    this.address = new UpstreamAddress(base);
    this.http = http;
    this.threads = threads;
    this.retries = retries;
    this.timeout = policy.timeout();
    this.breaker =
        CircuitBreaker.<Reply>builder()
            .withFailureThreshold(policy.failuresToOpen())
            .withDelay(policy.openFor())
            .build();
  }

  /** Sends a GET to the path, with one query parameter. */
  public CompletionStage<Reply> get(String path, String parameter, String value) {
    URI uri = address.resolve(path, parameter, value);
    return call(new HttpCall("GET", uri, headers(), NOTHING));
  }

  /**
   * Posts JSON to the path.
   *
   * @param key sent as {@code Idempotency-Key}, the same for each attempt
   */
  public CompletionStage<Reply> post(String path, JsonValue body, String key) {
    Map<String, String> headers = headers();
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", key);
    return call(new HttpCall("POST", address.resolve(path), headers, JsonText.bytes(body)));
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    address.authorization().ifPresent(value -> headers.put("Authorization", value));
    return headers;
  }

  private CompletionStage<Reply> call(HttpCall call) {
    var outcome = new CompletableFuture<Reply>();
    attempt(call)
        .whenComplete(
            (reply, failure) -> {
              if (failure instanceof FailedAttemptException first) {
                tryAgain(new Attempts(first, () -> attempt(call)), first, outcome);
              } else {
                end(outcome, reply, failure);
              }
            });
    return outcome;
  }

  /**
   * The server may reject retries, when it is shutting down or if one of its settings is wrong. The
   * call then ends with the first failure.
   */
  private void tryAgain(
      Attempts attempts, FailedAttemptException first, CompletableFuture<Reply> outcome) {
    try {
      retries
          .run(attempts)
          .whenCompleteAsync((reply, failure) -> end(outcome, reply, failure), threads);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "retries",
          () -> "The server does not retry a call to " + address + ": " + e);
      end(outcome, null, first);
    }
  }

  private static void end(CompletableFuture<Reply> outcome, Reply reply, Throwable failure) {
    Throwable cause = cause(failure);
    if (cause == null) {
      outcome.complete(reply);
    } else if (cause instanceof FailedAttemptException last) {
      last.reply()
          .ifPresentOrElse(
              outcome::complete,
              () -> outcome.completeExceptionally(new NoAnswerException(last.getMessage())));
    } else {
      outcome.completeExceptionally(cause);
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  private CompletableFuture<Reply> attempt(HttpCall call) {
    if (!breaker.tryAcquirePermit()) {
      return CompletableFuture.failedFuture(
          new NoAnswerException(address + " has failed too often and is not called for a while."));
    }
    var attempt = new CompletableFuture<Reply>();
    http.reply(call, MAX_BYTES, timeout)
        .whenCompleteAsync((reply, failure) -> judge(attempt, reply, failure), threads);
    return attempt;
  }

  private void judge(CompletableFuture<Reply> attempt, Reply reply, Throwable failure) {
    if (failure == null && !reply.isServerError()) {
      breaker.recordSuccess();
      attempt.complete(reply);
      return;
    }
    breaker.recordFailure();
    attempt.completeExceptionally(
        failure == null
            ? FailedAttemptException.with(reply)
            : FailedAttemptException.withoutAnswer(reason(cause(failure))));
  }

  private String reason(Throwable cause) {
    return cause instanceof TimeoutException
        ? address + " did not answer within " + timeout + "."
        : address + " could not be reached: " + cause.getClass().getSimpleName() + ".";
  }

  /** The address of the path, without secrets. */
  public String place(String path) {
    return address.place(path);
  }
}
