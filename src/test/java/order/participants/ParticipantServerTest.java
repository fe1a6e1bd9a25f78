// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParticipantServerTest {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final FakeFlowManager flowManager = new FakeFlowManager();

  @TempDir Path data;

  @AfterEach
  void close() {
    flowManager.close();
  }

  @Test
  void acceptedCommandIsAnsweredByItsEvent() throws Exception {
    flowManager.open(200, JSON);
    try (var payment = start(Participant.payment(), Duration.ZERO)) {
      assertThat(send(payment, "c-1", command("executePayment", "valid"))).isEqualTo(202);

      FakeFlowManager.Received event = flowManager.next();
      assertThat(event.sagaId()).isEqualTo("order-1");
      assertThat(event.label()).isEqualTo("paymentExecuted");
      assertThat(event.payload().getString("paymentId")).isEqualTo("payment-of-order-1");
    }
  }

  @Test
  void declinedCardIsAnsweredByTheErrorEvent() throws Exception {
    flowManager.open(200, JSON);
    try (var payment = start(Participant.payment(), Duration.ZERO)) {
      send(payment, "c-1", command("executePayment", "declined"));

      FakeFlowManager.Received event = flowManager.next();
      assertThat(event.label()).isEqualTo("executePaymentError");
      assertThat(event.payload().getString("failure")).isEqualTo("The card was declined.");
    }
  }

  @Test
  void repeatedCommandGetsTheSameAnswerAndHasOneEffect() throws Exception {
    flowManager.open(200, JSON);
    AtomicInteger effects = new AtomicInteger();
    try (var counter = start(counting(effects), Duration.ZERO)) {
      assertThat(send(counter, "c-1", command("count", "valid"))).isEqualTo(202);
      assertThat(flowManager.next().idempotencyKey()).isEqualTo("answer-to-c-1");

      assertThat(send(counter, "c-1", command("count", "valid"))).isEqualTo(202);
      send(counter, "c-2", command("count", "valid"));

      assertThat(flowManager.next().idempotencyKey()).isEqualTo("answer-to-c-2");
      assertThat(effects).hasValue(2);
      assertThat(flowManager.waiting()).isZero();
    }
  }

  @Test
  void eventIsSentAgainWhileTheFlowManagerIsAway() throws Exception {
    try (var payment = start(Participant.payment(), Duration.ZERO)) {
      send(payment, "c-1", command("executePayment", "valid"));
      awaitLine("got no answer");

      flowManager.open(200, JSON);

      assertThat(flowManager.next().idempotencyKey()).isEqualTo("answer-to-c-1");
      awaitLine("taken");
    }
  }

  @Test
  void eventIsSentAgainWhileTheServerStarts() throws Exception {
    flowManager.open(404, "text/html");
    try (var payment = start(Participant.payment(), Duration.ZERO)) {
      send(payment, "c-1", command("executePayment", "valid"));
      String first = flowManager.next().idempotencyKey();

      flowManager.close();
      flowManager.open(200, JSON);

      assertThat(flowManager.next().idempotencyKey()).isEqualTo(first);
      awaitLine("taken");
    }
  }

  @Test
  void refusedEventIsGivenUp() throws Exception {
    flowManager.open(404, PROBLEM);
    try (var payment = start(Participant.payment(), Duration.ZERO)) {
      send(payment, "c-1", command("executePayment", "valid"));

      assertThat(awaitLine("refused with HTTP 404")).doesNotContain("sent again");
    }
  }

  @Test
  void commandThatWasAcceptedBeforeAStopIsAnsweredAfterTheNextStart() throws Exception {
    flowManager.open(200, JSON);
    try (var slow = start(Participant.payment(), Duration.ofHours(1))) {
      send(slow, "c-1", command("executePayment", "valid"));
    }

    try (var payment = start(Participant.payment(), Duration.ZERO)) {
      assertThat(payment.address()).isNotNull();
      assertThat(flowManager.next().idempotencyKey()).isEqualTo("answer-to-c-1");
    }
  }

  @Test
  void badLuckFailsACommand() throws Exception {
    flowManager.open(200, JSON);
    try (var payment = start(Participant.payment(), Duration.ZERO, new BadLuck(100))) {
      send(payment, "c-1", command("executePayment", "valid"));

      assertThat(flowManager.next().label()).isEqualTo("executePaymentError");
    }
  }

  @Test
  void whatIsNoCommandOfThisParticipantIsRefused() throws Exception {
    try (var payment = start(Participant.payment(), Duration.ZERO)) {
      assertThat(send(payment, "c-1", command("deliverOrder", "valid"))).isEqualTo(400);
      assertThat(send(payment, "c-1", "{\"key\": \"order-1\"}")).isEqualTo(400);
      assertThat(send(payment, "c-1", "no json")).isEqualTo(400);
      assertThat(send(payment, "c-1", "")).isEqualTo(400);
      assertThat(log).isEmpty();
    }
  }

  private ParticipantServer start(Participant participant, Duration work) throws IOException {
    return start(participant, work, new BadLuck(0));
  }

  private ParticipantServer start(Participant participant, Duration work, BadLuck badLuck)
      throws IOException {
    Settings settings =
        new Settings(flowManager.address(), data, new Work(badLuck, work), Duration.ofMillis(10));
    return ParticipantServer.start(participant.onPort(0), settings, log::add);
  }

  private static Participant counting(AtomicInteger effects) {
    return new Participant(
        "counter",
        0,
        "/",
        Map.of("count", command -> Event.of("counted", "n", "" + effects.incrementAndGet())));
  }

  private int send(ParticipantServer to, String commandId, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(to.address())
            .timeout(Duration.ofSeconds(10))
            .header("X-Command-Id", commandId)
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String command(String label, String card) {
    JsonObject order = Json.createObjectBuilder().add("card", card).build();
    return Envelope.of("order-1", label, order).toString();
  }

  private String awaitLine(String part) throws InterruptedException {
    String line = log.poll(10, TimeUnit.SECONDS);
    while (line != null && !line.contains(part)) {
      line = log.poll(10, TimeUnit.SECONDS);
    }
    assertThat(line).as("a log line with: " + part).isNotNull();
    return line;
  }
}
