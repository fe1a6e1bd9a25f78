// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.participant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes commands at any path of one port and notes each call in the order of arrival. Its conduct
 * can be set path by path; the port can be closed and opened again.
 */
public final class Participant implements AutoCloseable {

  private final int port = FreePort.any();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            var thread = new Thread(task, "participant");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Conduct> conducts = new ConcurrentHashMap<>();
  private final Map<String, List<ReceivedCommand>> calls = new ConcurrentHashMap<>();
  private HttpServer server;

  private Participant() {}

  public static Participant open() {
    var participant = new Participant();
    participant.comeBack();
    return participant;
  }

  public int port() {
    return port;
  }

  /** Says what happens to commands at that path from now on; elsewhere they are accepted. */
  public void at(String path, Conduct conduct) {
    conducts.put(path, conduct);
  }

  /** Closes the port and all connections; what was called before stays noted. */
  public synchronized void goDown() {
    server.stop(0);
  }

  /** Opens the port again. */
  public synchronized void comeBack() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException fault) {
      throw new UncheckedIOException("The participant cannot listen on port " + port, fault);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  /** Every call for that saga, repeats too, in the order of arrival. */
  public List<ReceivedCommand> callsFor(String saga) {
    return List.copyOf(calls.getOrDefault(saga, List.of()));
  }

  /** Every call for any saga, in the order of arrival per saga. */
  public List<ReceivedCommand> calls() {
    return calls.values().stream().flatMap(List::stream).toList();
  }

  /** The ids of that saga's commands, each where it came first. */
  public List<String> commandsFor(String saga) {
    return callsFor(saga).stream().map(ReceivedCommand::id).distinct().toList();
  }

  /** Waits for so many different commands of the saga and answers its calls. */
  public List<ReceivedCommand> awaitCommands(String saga, int count, Duration bound) {
    Await.until(
        () -> count + " commands of " + saga + "; there are " + commandsFor(saga),
        bound,
        () -> commandsFor(saga).size() >= count);
    return callsFor(saga);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String>> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
      String path = exchange.getRequestURI().toString();
      var command = new ReceivedCommand(exchange.getRequestMethod(), path, headers, body);
      calls.computeIfAbsent(command.saga(), saga -> new CopyOnWriteArrayList<>()).add(command);
      int status = conducts.getOrDefault(path, Conduct.ACCEPT).answer(command);
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Override
  public void close() {
    goDown();
    threads.shutdownNow();
  }
}
