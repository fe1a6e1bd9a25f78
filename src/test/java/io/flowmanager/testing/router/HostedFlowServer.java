// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.engine.NewSagaRequest;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.application.store.ReadSagas.SagaWithHistory;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.EventId;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.SagaId;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A hosted flow behind HTTP, as the contract describes {@code /saga}, {@code /event} and a
 * collection of sagas.
 */
public final class HostedFlowServer implements AutoCloseable {

  private final HostedFlow flow;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private record Reply(int status, JsonValue body) {}

  public HostedFlowServer(HostedFlow flow) {
    this.flow = flow;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException fault) {
      throw new UncheckedIOException("The flow cannot listen", fault);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = reply(exchange);
      byte[] body = JsonText.bytes(reply.body());
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    try {
      return switch (exchange.getRequestURI().getPath()) {
        case "/saga" -> answered(start(body(exchange), key(exchange)));
        case "/event" -> event(body(exchange), key(exchange));
        case "/sagas/" -> sagas(exchange.getRequestURI().getRawQuery());
        default -> problem(404, "Not found");
      };
    } catch (CompletionException e) {
      return problem(503, "The store is away.");
    }
  }

  private static JsonObject body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    return JsonText.parse(new String(bytes, StandardCharsets.UTF_8)).asJsonObject();
  }

  private static Optional<EventId> key(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"))
        .map(EventId::new);
  }

  private Answer start(JsonObject body, Optional<EventId> key) {
    var request =
        new NewSagaRequest(
            flow.name(), body.getString("associatedEntityId"), body.getJsonObject("metadata"), key);
    return flow.startSaga().enqueue(request).toCompletableFuture().join();
  }

  private Reply event(JsonObject body, Optional<EventId> key) {
    JsonObject value = body.getJsonObject("value");
    Optional<SagaId> saga = SagaId.find(body.getString("key"));
    if (saga.isEmpty()) {
      return problem(404, "There is no such saga here.");
    }
    var event =
        new Event(
            saga.get(),
            value.getString("messageLabel"),
            value.getJsonObject("messagePayload"),
            key);
    return answered(flow.applyEvents().enqueue(flow.name(), event).toCompletableFuture().join());
  }

  private Reply answered(Answer answer) {
    if (answer instanceof Answer.Started started) {
      return new Reply(200, object("sagaId", started.saga().value()));
    }
    if (answer instanceof Answer.Transitioned moved) {
      return outcome("transitioned", moved.state());
    }
    if (answer instanceof Answer.Ignored ignored) {
      return outcome("ignored", ignored.state());
    }
    return answer instanceof Answer.Refused refused
        ? problem(409, refused.refusal().detail())
        : problem(404, "There is no such saga here.");
  }

  private static Reply outcome(String outcome, String state) {
    return new Reply(
        200,
        JsonText.builders()
            .createObjectBuilder()
            .add("outcome", outcome)
            .add("currentState", state)
            .build());
  }

  private Reply sagas(String query) {
    String id = URLDecoder.decode(query.substring("sagaId=".length()), StandardCharsets.UTF_8);
    var found = JsonText.builders().createArrayBuilder();
    SagaId.find(id)
        .flatMap(saga -> flow.readSagas().find(saga).toCompletableFuture().join())
        .map(this::document)
        .ifPresent(found::add);
    return new Reply(200, found.build());
  }

  private JsonObject document(SagaWithHistory found) {
    var machine = flow.flows().find(flow.name()).map(hosted -> hosted.definition().machine());
    return new SagaDocument(JsonText.values(), machine).full(found.saga(), found.history());
  }

  private static Reply problem(int status, String detail) {
    return new Reply(status, object("detail", detail));
  }

  private static JsonObject object(String name, String text) {
    return JsonText.builders().createObjectBuilder().add(name, text).build();
  }

  @Override
  public void close() {
    flow.release();
    server.stop(0);
    threads.shutdownNow();
  }
}
