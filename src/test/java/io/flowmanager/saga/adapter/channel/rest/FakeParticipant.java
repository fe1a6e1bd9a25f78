// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.channel.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A participant behind a real HTTP server; how it answers is the path that it is called at. */
final class FakeParticipant implements AutoCloseable {

  /** A request as it arrived. */
  record Received(String method, String path, Map<String, List<String>> headers, String body) {}

  private final BlockingQueue<Received> requests = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;

  FakeParticipant() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  Received next() throws InterruptedException {
    return requests.poll(10, TimeUnit.SECONDS);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), "UTF-8");
      String path = exchange.getRequestURI().toString();
      requests.add(
          new Received(
              exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body));
      answer(exchange, path);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException, InterruptedException {
    if (path.startsWith("/slow")) {
      closed.await(10, TimeUnit.SECONDS);
    } else if (path.startsWith("/endless")) {
      endless(exchange);
    } else {
      exchange.sendResponseHeaders(Integer.parseInt(path.substring(1, 4)), -1);
    }
  }

  private void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] chunk = new byte[8192];
    while (closed.getCount() > 0) {
      exchange.getResponseBody().write(chunk);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
