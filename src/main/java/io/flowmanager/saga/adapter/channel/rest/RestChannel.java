// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.rest;

import io.flowmanager.platform.http.HttpCall;
import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.channel.CommandChannel;
import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.channel.Outgoing;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.HttpEndpoint;
import jakarta.json.JsonObject;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Sends a command as one HTTP request; any 2xx means that the participant has it, whatever the
 * answer's body. The command's id travels in {@code X-Command-Id}.
 */
public final class RestChannel implements CommandChannel {

  private final HttpCalls http;
  private final HttpEndpoint endpoint;
  private final Duration timeout;
  private final Function<ConfigValue, String> secrets;

  /**
   * @param timeout how long a send may take; an answer's body is cut off when it is over
   * @param secrets resolves the text of a header's value; called for each request, so that secrets
   *     can be rotated
   */
  public RestChannel(
      HttpCalls http,
      HttpEndpoint endpoint,
      Duration timeout,
      Function<ConfigValue, String> secrets) {
    this.http = http;
    this.endpoint = endpoint;
    this.timeout = timeout;
    this.secrets = secrets;
  }

  @Override
  public CompletionStage<Void> send(Outgoing message) {
    HttpCall call;
    try {
      call = call(message);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    return http.status(call, timeout)
        .handle(
            (status, failure) -> {
              if (failure != null) {
                throw named(failure);
              }
              if (status / 100 != 2) {
                throw failure("answered " + status);
              }
              return null;
            });
  }

  private HttpCall call(Outgoing message) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    endpoint.headers().forEach((name, value) -> set(headers, name, secrets.apply(value)));
    set(headers, "X-Command-Id", message.command().id().toString());
    byte[] body = JsonText.bytes(body(message));
    try {
      return new HttpCall(endpoint.method(), endpoint.uri(), headers, body);
    } catch (IllegalArgumentException e) {
      throw failure("was not called: " + e.getMessage());
    }
  }

  /** Header names are case-insensitive. */
  private static void set(Map<String, String> headers, String name, String value) {
    headers.keySet().removeIf(name::equalsIgnoreCase);
    headers.put(name, value);
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
    return cause instanceof ConnectException || cause instanceof UnknownHostException
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

  /** Does nothing: connections are shared by all channels. */
  @Override
  public void close() {}
}
