// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A client for one server. Paths are relative to its base; headers are given as name, value, name,
 * value; a name that comes twice is sent twice. A failure of the connection is an {@link
 * UncheckedIOException}; every status is an answer.
 */
public record Http(URI base) {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public HttpAnswer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public HttpAnswer post(String path, JsonValue body, String... headers) {
    return post(path, body.toString(), headers);
  }

  /** For bodies that are meant to be no JSON, or broken JSON. */
  public HttpAnswer post(String path, String body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(body), headers);
  }

  /** Sends and does not wait; many at once each have a connection of their own. */
  public CompletableFuture<HttpAnswer> postAside(String path, String body, String... headers) {
    HttpRequest request = request("POST", path, BodyPublishers.ofString(body), headers);
    return CLIENT.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpAnswer::of);
  }

  /** Any method, any body; the content type is JSON unless the headers name another. */
  public HttpAnswer send(String method, String path, BodyPublisher body, String... headers) {
    return send(request(method, path, body, headers));
  }

  private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
    request.setHeader("Content-Type", "application/json");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < headers.length; i += 2) {
      if (names.add(headers[i])) {
        request.setHeader(headers[i], headers[i + 1]);
      } else {
        request.header(headers[i], headers[i + 1]);
      }
    }
    return request.method(method, body).build();
  }

  private static HttpAnswer send(HttpRequest request) {
    try {
      return HttpAnswer.of(CLIENT.send(request, BodyHandlers.ofString()));
    } catch (IOException fault) {
      throw new UncheckedIOException(request.method() + " " + request.uri() + " failed", fault);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Interrupted while waiting for " + request.uri(), interruption);
    }
  }
}
