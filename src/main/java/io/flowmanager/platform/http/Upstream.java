// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One service elsewhere. Calls return at once. Network faults and 5xx are tried again as {@link
 * Patience} says, 4xx never; while the service's breaker is open it is not called at all.
 *
 * <p>A call completes with the last reply, whatever its status, or exceptionally with a {@link
 * NoAnswerException}.
 */
public final class Upstream {

  /** Far more than a saga with a long history has. */
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private final UpstreamAddress address;
  private final HttpClient client;
  private final Duration timeout;
  private final FailsafeExecutor<Reply> attempts;

  /**
   * @param threads for attempts and for what is done with their replies
   */
  public Upstream(URI base, HttpClient client, Patience patience, Executor threads) {
    this.address = new UpstreamAddress(base);
    this.client = client;
    this.timeout = patience.timeout();
    this.attempts =
        Failsafe.with(retries(patience), breaker(patience)).with(new AttemptScheduler(threads));
  }

  private static RetryPolicy<Reply> retries(Patience patience) {
    var policy =
        RetryPolicy.<Reply>builder()
            .handle(NoAnswerException.class)
            .handleResultIf(Reply::isServerError)
            .withMaxRetries(patience.retries());
    return patience.delay().isZero() ? policy.build() : policy.withDelay(patience.delay()).build();
  }

  private static CircuitBreaker<Reply> breaker(Patience patience) {
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
    return call(() -> request(uri).GET().build());
  }

  /**
   * Posts JSON to the path.
   *
   * @param key goes along as {@code Idempotency-Key}, the same with each attempt
   */
  public CompletionStage<Reply> post(String path, JsonValue body, String key) {
    URI uri = address.resolve(path);
    byte[] text = JsonText.bytes(body);
    return call(
        () ->
            request(uri)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(text))
                .build());
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
    address.authorization().ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private CompletionStage<Reply> call(Supplier<HttpRequest> request) {
    return attempts
        .getStageAsync(() -> attempt(request.get()))
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(told(failure)));
  }

  private CompletionStage<Reply> attempt(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, head -> new LimitedBody(MAX_BYTES));
    return exchange
        .copy()
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((answer, failure) -> exchange.cancel(true))
        .handle(
            (answer, failure) -> {
              if (failure != null) {
                throw noAnswer(failure);
              }
              return new Reply(answer.statusCode(), answer.body());
            });
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
