// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.CommandChannel;
import io.flowmanager.saga.application.Connection;
import io.flowmanager.saga.application.Outgoing;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import jakarta.json.JsonObject;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Sends a command as one HTTP request; any 2xx means that the participant has it, whatever the
 * answer's body. The command's id travels in {@code X-Command-Id}.
 */
public final class RestChannel implements CommandChannel {

  private final HttpClient client;
  private final HttpEndpoint endpoint;
  private final Duration timeout;
  private final Function<ConfigValue, String> secrets;

  /**
   * @param timeout how long a send may take; an answer's body is cut off when it is over
   * @param secrets gives the text behind a header's value; asked for each request, so that secrets
   *     can be rotated
   */
  public RestChannel(
      HttpClient client,
      HttpEndpoint endpoint,
      Duration timeout,
      Function<ConfigValue, String> secrets) {
    this.client = client;
    this.endpoint = endpoint;
    this.timeout = timeout;
    this.secrets = secrets;
  }

  @Override
  public CompletionStage<Void> send(Outgoing message) {
    var delivered = new CompletableFuture<Void>();
    var exchange =
        client.sendAsync(
            request(message),
            answer -> {
              judge(delivered, answer.statusCode());
              return BodySubscribers.discarding();
            });
    exchange
        .thenRun(() -> {})
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((done, failure) -> end(delivered, exchange, failure));
    return delivered;
  }

  /** The head of the answer tells; its body is only read so that the connection can serve again. */
  private void judge(CompletableFuture<Void> delivered, int status) {
    if (status / 100 == 2) {
      delivered.complete(null);
    } else {
      delivered.completeExceptionally(failure("answered " + status));
    }
  }

  private void end(
      CompletableFuture<Void> delivered, CompletableFuture<?> exchange, Throwable failure) {
    exchange.cancel(true);
    if (failure != null) {
      delivered.completeExceptionally(named(failure));
    }
  }

  private HttpRequest request(Outgoing message) {
    var request =
        HttpRequest.newBuilder(endpoint.uri())
            .method(endpoint.method(), BodyPublishers.ofByteArray(JsonText.bytes(body(message))))
            .setHeader("Content-Type", "application/json");
    endpoint.headers().forEach((name, value) -> set(request, name, secrets.apply(value)));
    return request.setHeader("X-Command-Id", message.command().id().toString()).build();
  }

  private void set(HttpRequest.Builder request, String name, String value) {
    try {
      request.setHeader(name, value);
    } catch (IllegalArgumentException e) {
      // What is thrown here quotes the value, which may be a secret.
      throw failure("was not called: HTTP does not allow the header " + name + " or its value");
    }
  }

  private static JsonObject body(Outgoing message) {
    return message.body().orElseGet(() -> envelope(message));
  }

  private static JsonObject envelope(Outgoing message) {
    return JsonText.builders()
        .createObjectBuilder()
        .add("key", message.command().id().saga().value())
        .add("value", message.envelope())
        .build();
  }

  private UndeliveredCommandException named(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      return failure("did not answer within " + timeout);
    }
    return cause instanceof ConnectException
        ? failure("could not connect")
        : failure("failed with " + cause);
  }

  private UndeliveredCommandException failure(String what) {
    return new UndeliveredCommandException(endpoint.method() + " " + endpoint.uri() + " " + what);
  }

  @Override
  public Optional<Connection> connection() {
    return Optional.empty();
  }

  /** Nothing to let go of: the client is shared by all channels. */
  @Override
  public void close() {}
}
