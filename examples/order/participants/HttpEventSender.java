// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Posts events to the flow manager until it has them. */
final class HttpEventSender implements EventSender {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final URI endpoint;
  private final Duration firstPause;
  private final Log log;

  HttpEventSender(URI flowManager, Duration firstPause, Log log) {
    this.endpoint = flowManager.resolve("/event");
    this.firstPause = firstPause;
    this.log = log;
  }

  @Override
  public CompletableFuture<Void> send(Command command, Event event) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            // A command has one answer: the flow manager lets a repeated key act once.
            .header("Idempotency-Key", "answer-to-" + command.id())
            .POST(
                BodyPublishers.ofString(
                    Envelope.of(command.sagaId(), event.label(), event.payload()).toString()))
            .build();
    return send(request, firstPause, outcome -> log.line(command, event + " " + outcome));
  }

  private CompletableFuture<Void> send(
      HttpRequest request, Duration pause, Consumer<String> report) {
    return http.sendAsync(request, BodyHandlers.ofString())
        .handle(Attempt::new)
        .thenCompose(
            attempt ->
                attempt.isSettled()
                    ? settle(attempt, report)
                    : repeat(request, pause, report, attempt));
  }

  private static CompletableFuture<Void> settle(Attempt attempt, Consumer<String> report) {
    report.accept(attempt.toString());
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Void> repeat(
      HttpRequest request, Duration pause, Consumer<String> report, Attempt attempt) {
    if (pause.equals(firstPause)) {
      report.accept(attempt + "; it is sent again until it is taken");
    }
    Executor later = CompletableFuture.delayedExecutor(pause.toMillis(), MILLISECONDS);
    return CompletableFuture.supplyAsync(() -> send(request, longer(pause), report), later)
        .thenCompose(Function.identity());
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
