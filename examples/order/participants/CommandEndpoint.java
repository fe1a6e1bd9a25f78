// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes commands over HTTP. Its quick 2xx means that the command is kept, not that it is carried
 * out.
 */
final class CommandEndpoint implements HttpHandler {

  private final Worker worker;

  CommandEndpoint(Worker worker) {
    this.worker = worker;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      worker.take(commandIn(exchange));
      exchange.sendResponseHeaders(202, -1);
    } catch (JsonException | IllegalArgumentException refusal) {
      refuse(exchange, refusal.getMessage());
    }
  }

  private static Command commandIn(HttpExchange exchange) {
    String id =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Command-Id"))
            .orElseThrow(() -> new IllegalArgumentException("The header X-Command-Id is missing."));
    try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
      return Command.from(id, reader.readObject());
    }
  }

  private static void refuse(HttpExchange exchange, String reason) throws IOException {
    byte[] body = reason.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(400, body.length);
    exchange.getResponseBody().write(body);
  }
}
