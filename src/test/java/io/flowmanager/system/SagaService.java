// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stores documents of sagas as services of both kinds do: at {@code /rest/{id}}, and in the
 * collection {@code crud}.
 */
final class SagaService implements AutoCloseable {

  private static final String REST = "/rest/";
  private static final String SET = "$set";

  private final Map<String, JsonObject> documents = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile boolean refusesWrites;

  SagaService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void refuseWrites(boolean refuse) {
    refusesWrites = refuse;
  }

  /** How many writes it has refused. */
  int refused() {
    return refused.get();
  }

  Optional<JsonObject> document(String saga) {
    return Optional.ofNullable(documents.get(saga));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean isRest = path.startsWith(REST);
      String id =
          isRest
              ? path.substring(REST.length())
              : exchange.getRequestURI().getQuery().substring("sagaId=".length());
      if (exchange.getRequestMethod().equals("GET")) {
        read(exchange, id, isRest);
      } else {
        write(exchange, id, isRest);
      }
    }
  }

  private void read(HttpExchange exchange, String id, boolean isRest) throws IOException {
    JsonObject document = documents.get(id);
    if (document == null && isRest) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      String text = document == null ? "" : JsonText.write(document);
      answer(exchange, isRest ? text : "[" + text + "]");
    }
  }

  private void write(HttpExchange exchange, String id, boolean isRest) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (refusesWrites) {
      refused.incrementAndGet();
      exchange.sendResponseHeaders(503, -1);
      return;
    }
    JsonValue sent = JsonText.parse(new String(body, StandardCharsets.UTF_8));
    documents.put(id, isRest ? sent.asJsonObject() : sent.asJsonObject().getJsonObject(SET));
    answer(exchange, "{}");
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
