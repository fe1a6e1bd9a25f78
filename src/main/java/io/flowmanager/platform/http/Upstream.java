// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonValue;
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
 * One service elsewhere. Calls return at once. Network faults and 5xx are tried again as {@link
 * RetryPolicy} says, 4xx never; while the service's breaker is open it is not called at all.
 *
 * <p>A call completes with the last reply, whatever its status, or exceptionally with a {@link
 * NoAnswerException}.
 */
public final class Upstream {

  /** Far more than a saga with a long history has. */
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final byte[] NOTHING = {};

  private final UpstreamAddress address;
  private final HttpCalls http;
  private final Executor threads;
  private final Duration timeout;
  private final FailsafeExecutor<Reply> attempts;

  /**
   * @param threads for attempts and for what is done with their replies
   */
  public Upstream(URI base, HttpCalls http, RetryPolicy patience, Executor threads) {
    this.address = new UpstreamAddress(base);
    this.http = http;
    this.threads = threads;
    this.timeout = patience.timeout();
    this.attempts =
        Failsafe.with(retries(patience), breaker(patience)).with(new AttemptScheduler(threads));
  }

  private static dev.failsafe.RetryPolicy<Reply> retries(RetryPolicy patience) {
    var policy =
        dev.failsafe.RetryPolicy.<Reply>builder()
            .handle(NoAnswerException.class)
            .handleResultIf(Reply::isServerError)
            .withMaxRetries(patience.retries());
    return patience.delay().isZero() ? policy.build() : policy.withDelay(patience.delay()).build();
  }

  private static CircuitBreaker<Reply> breaker(RetryPolicy patience) {
    return CircuitBreaker.<Reply>builder()
        .handle(NoAnswerException.class)
        .handleResultIf(Reply::isServerError)
        .withFailureThreshold(patience.failuresToOpen())
        .withDelay(patience.openFor())
        .build();
  }

  /** Reads what is at the path, with one query parameter. */
  public CompletionStage<Reply> get(String path, String parameter, String value) {
    URI uri = address.resolve(path, parameter, value);
    return call(new HttpCall("GET", uri, headers(), NOTHING));
  }

  /**
   * Posts JSON to the path.
   *
   * @param key goes along as {@code Idempotency-Key}, the same with each attempt
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
    return attempts
        .getStageAsync(() -> attempt(call))
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(told(failure)));
  }

  private CompletionStage<Reply> attempt(HttpCall call) {
    return http.reply(call, MAX_BYTES, timeout)
        .handleAsync(
            (reply, failure) -> {
              if (failure != null) {
                throw noAnswer(failure);
              }
              return reply;
            },
            threads);
  }

  private NoAnswerException noAnswer(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return new NoAnswerException(
        cause instanceof TimeoutException
            ? address + " did not answer within " + timeout + "."
            : address + " could not be reached: " + cause.getClass().getSimpleName() + ".");
  }

  private Throwable told(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof CircuitBreakerOpenException
        ? new NoAnswerException(address + " has failed too often and is not called for a while.")
        : cause;
  }

  /** The address of the path, without secrets. */
  public String place(String path) {
    return address.place(path);
  }
}
