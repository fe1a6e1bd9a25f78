// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package onboarding.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The identity check and the cashier. Each takes the commands of one sub flow and answers with an
 * event at that flow's own endpoint. They keep nothing: what is lost with them is sent again, and
 * the key lets an answer act once. {@code examples/order} shows participants that survive a crash.
 */
final class Services {

  /** Where the flow files send commands to. */
  static final int PORT = 8094;

  private final Calls flowManager;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Services(Calls flowManager) throws IOException {
    this.flowManager = flowManager;
    server = HttpServer.create(new InetSocketAddress("localhost", PORT), 0);
    server.setExecutor(threads);
    server.createContext("/identity-check", exchange -> take(exchange, this::checkDocuments));
    server.createContext("/cashier", exchange -> take(exchange, this::chargeFee));
    server.start();
  }

  private interface Work {
    void on(String saga, String command, JsonObject metadata)
        throws IOException, InterruptedException;
  }

  /** Papers without a single page convince nobody. */
  private void checkDocuments(String saga, String command, JsonObject metadata)
      throws IOException, InterruptedException {
    boolean isFine =
        metadata.getJsonArray("documents").stream()
            .allMatch(document -> document.asJsonObject().getInt("pages", 0) > 0);
    String label = isFine ? "documentsChecked" : "checkDocumentsError";
    answer("identification", saga, label, command, result("identity", isFine));
  }

  /** Fees beyond the limit of the account are not charged. */
  private void chargeFee(String saga, String command, JsonObject metadata)
      throws IOException, InterruptedException {
    boolean isCharged = metadata.getInt("fee", 0) <= 100;
    String label = isCharged ? "feeCharged" : "chargeFeeError";
    answer("payment", saga, label, command, result("fee", isCharged));
  }

  /** What stands under "onboarding" is for the main saga: the demo's {@code MAIN_FLOW_DATA_KEY}. */
  private static JsonObject result(String what, boolean isFine) {
    return Json.createObjectBuilder()
        .add("onboarding", Json.createObjectBuilder().add(what, isFine ? "good" : "refused"))
        .build();
  }

  private void answer(String flow, String saga, String label, String command, JsonObject payload)
      throws IOException, InterruptedException {
    JsonObject outcome =
        flowManager.post(
            "/flows/" + flow + "/event", Calls.event(saga, label, payload), "answer-to-" + command);
    System.out.println("  " + saga + " " + label + " " + outcome.getString("outcome"));
  }

  /** The 204 goes out last: until then the flow manager sends the command again. */
  private static void take(HttpExchange exchange, Work work) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      JsonObject command = Calls.parse(body);
      work.on(
          command.getString("key"),
          exchange.getRequestHeaders().getFirst("X-Command-Id"),
          command.getJsonObject("value").getJsonObject("messagePayload"));
      exchange.sendResponseHeaders(204, -1);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
