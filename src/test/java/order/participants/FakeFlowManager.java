// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes events and keeps them for a test; it may be away at first. */
final class FakeFlowManager implements AutoCloseable {

  private final int port = freePort();
  private final BlockingQueue<Received> events = new LinkedBlockingQueue<>();
  private HttpServer http;

  record Received(String idempotencyKey, String sagaId, String label, JsonObject payload) {}

  /** Answers every event with the status. */
  FakeFlowManager open(int status, String contentType) throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    http.createContext("/event", exchange -> answer(exchange, status, contentType));
    http.start();
    return this;
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  /** The next event, or null when none comes within ten seconds. */
  Received next() throws InterruptedException {
    return events.poll(10, TimeUnit.SECONDS);
  }

  int waiting() {
    return events.size();
  }

  @Override
  public void close() {
    if (http != null) {
      http.stop(0);
    }
  }

  private void answer(HttpExchange exchange, int status, String contentType) throws IOException {
    try (exchange;
        JsonReader reader = Json.createReader(exchange.getRequestBody())) {
      JsonObject body = reader.readObject();
      JsonObject value = body.getJsonObject("value");
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(status, -1);
      events.add(
          new Received(
              exchange.getRequestHeaders().getFirst("Idempotency-Key"),
              body.getString("key"),
              value.getString("messageLabel"),
              value.getJsonObject("messagePayload")));
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("There is no free port.", e);
    }
  }
}
