// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Posts events to the flow manager until it has them. */
final class EventSender {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI endpoint;
  private final Duration firstPause;
  private final Log log;

  EventSender(URI flowManager, Duration firstPause, Log log) {
    this.endpoint = flowManager.resolve("/event");
    this.firstPause = firstPause;
    this.log = log;
  }

  /** The result completes when the flow manager has taken the event, or has refused it for good. */
  CompletableFuture<Void> send(Command command, Event event) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            // A command has one answer: the flow manager lets a repeated key act once.
            .header("Idempotency-Key", "answer-to-" + command.id())
            .POST(BodyPublishers.ofString(Envelope.of(command.sagaId(), event.label(), event.payload()).toString()))
            .build();
    return send(request, firstPause, text -> log.line(command, event.label() + " " + text));
  }

  private CompletableFuture<Void> send(HttpRequest request, Duration pause, Report report) {
    return http.sendAsync(request, BodyHandlers.ofString())
        .handle(Attempt::new)
        .thenCompose(
            attempt -> attempt.isSettled() ? settle(attempt, report) : repeat(request, pause, report, attempt));
  }

  private static CompletableFuture<Void> settle(Attempt attempt, Report report) {
    report.line(attempt.toString());
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Void> repeat(HttpRequest request, Duration pause, Report report, Attempt attempt) {
    report.line("%s, next attempt in %d ms".formatted(attempt, pause.toMillis()));
    Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), MILLISECONDS);
    return CompletableFuture.supplyAsync(() -> send(request, longer(pause), report), later)
        .thenCompose(Function.identity());
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private interface Report {
    void line(String text);
  }

  private record Attempt(HttpResponse<String> answer, Throwable failure) {

    private static final int TOO_MANY_REQUESTS = 429;

    boolean isSettled() {
      return failure == null && answer.statusCode() < 500 && answer.statusCode() != TOO_MANY_REQUESTS;
    }

    @Override
    public String toString() {
      if (failure != null) {
        return "got no answer (" + failure + ")";
      }
      boolean taken = answer.statusCode() / 100 == 2;
      return taken ? "taken" : "refused with HTTP %d: %s".formatted(answer.statusCode(), answer.body());
    }
  }
}
