// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.participant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Passes requests on to a server, and can hold back the answer of one of them: the server has done
 * what it was asked, and whoever asked does not know. Paths below {@code /external} are answered
 * here.
 */
public final class HoldingProxy implements AutoCloseable {

  /** A request as it passed. */
  public record Passed(String path, String key, String body) {}

  private record Hold(Predicate<Passed> which, CountDownLatch reached) {}

  private final URI target;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Passed> requests = new CopyOnWriteArrayList<>();
  private final List<Passed> answered = new CopyOnWriteArrayList<>();
  private volatile Hold hold = new Hold(request -> false, new CountDownLatch(0));

  public HoldingProxy(URI target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException fault) {
      throw new UncheckedIOException("The proxy cannot listen", fault);
    }
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Holds the answer of the next such request, for good. */
  public void holdAnswerOf(Predicate<Passed> which) {
    hold = new Hold(which, new CountDownLatch(1));
  }

  /** Waits until an answer is held. */
  public void awaitHeld(Duration bound) {
    if (!within(hold.reached(), bound)) {
      throw new AssertionError("No answer to hold within " + bound + "; passed: " + requests);
    }
  }

  /** All requests, in the order of their arrival. */
  public List<Passed> requests() {
    return List.copyOf(requests);
  }

  /** Requests whose answer was not held, in the order of their answers. */
  public List<Passed> answered() {
    return List.copyOf(answered);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      var request = new Passed(exchange.getRequestURI().toString(), key, body);
      requests.add(request);
      HttpResponse<byte[]> answer =
          request.path().startsWith("/external") ? null : ask(exchange.getRequestMethod(), request);
      Hold now = hold;
      if (now.which().test(request) && now.reached().getCount() > 0) {
        now.reached().countDown();
        within(closed, Duration.ofMinutes(5));
        return;
      }
      answered.add(request);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      byte[] text = answer == null ? new byte[0] : answer.body();
      exchange.sendResponseHeaders(
          answer == null ? 204 : answer.statusCode(), text.length == 0 ? -1 : text.length);
      if (text.length > 0) {
        exchange.getResponseBody().write(text);
      }
    }
  }

  private HttpResponse<byte[]> ask(String method, Passed request) throws IOException {
    var onwards =
        HttpRequest.newBuilder(target.resolve(request.path()))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(request.body()));
    if (request.key() != null) {
      onwards.header("Idempotency-Key", request.key());
    }
    try {
      return client.send(onwards.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", interruption);
    }
  }

  private static boolean within(CountDownLatch latch, Duration bound) {
    try {
      return latch.await(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
