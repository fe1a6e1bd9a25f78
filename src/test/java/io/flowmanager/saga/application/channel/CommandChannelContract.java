// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.domain.Command;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.DaemonThreads;
import io.flowmanager.testing.JsonTexts;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What {@link CommandChannel} promises, whatever the protocol; the other side is a real one. A
 * broker that is found by JNDI name needs the transactions of a server: {@code JmsOnWildFlyIT}
 * sends and receives through one.
 */
public abstract class CommandChannelContract {

  /** How long a send may take in the channels of this contract. */
  protected static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);

  /** Longer than a busy machine takes for whatever is awaited. */
  protected static final Duration BOUND = Duration.ofSeconds(60);

  /** No call has waited for the other side, which stays silent for longer than that. */
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(20);

  private Optional<CommandChannel> channel = Optional.empty();

  /** A command as the other side has got it. */
  public record Arrived(String saga, String commandId, JsonObject message) {}

  /**
   * A channel to the other side, which is up; not started.
   *
   * @param secret what it shows to be let in, asked whenever the channel reads its secrets
   */
  protected abstract CommandChannel open(Supplier<String> secret);

  /** A secret that lets the channel in. */
  protected abstract String secret();

  /** What a failure calls the other side. */
  protected abstract String address();

  /** Whether the channel tells of a connection. */
  protected abstract boolean keepsConnection();

  /** Closes the port of the other side and all connections. */
  protected abstract void goAway();

  /** Opens the port again. */
  protected abstract void comeBack();

  /** From now on connections stay open and nothing is answered. */
  protected abstract void hang();

  /** Ends {@link #hang}. */
  protected abstract void answerAgain();

  /** All that has arrived, repeats too, in order per saga; waits for at least so many. */
  protected abstract List<Arrived> arrived(int count);

  /** Lets go of the other side. */
  protected abstract void closeOtherSide();

  @AfterEach
  void close() {
    channel.ifPresent(CommandChannel::close);
    closeOtherSide();
  }

  @Test
  void sendCompletesWhenTheOtherSideHasTheCommand() {
    start();

    deliver(command("saga-1", 3, "{\"total\": 10}"));

    assertThat(arrived(1))
        .first()
        .satisfies(
            arrived -> {
              assertThat(arrived.saga()).isEqualTo("saga-1");
              assertThat(arrived.commandId()).isEqualTo("saga-1.3");
              assertThat(arrived.message())
                  .isEqualTo(
                      JsonTexts.object(
                          "{\"messageLabel\": \"pay\", \"messagePayload\": {\"total\": 10}}"));
            });
  }

  @Test
  void commandThatIsSentAgainHasTheSameId() {
    start();

    deliver(command("saga-1", 3, "{}"));
    deliver(command("saga-1", 3, "{}"));

    assertThat(arrived(2)).extracting(Arrived::commandId).containsOnly("saga-1.3");
  }

  @Test
  void messageOfAHookTakesThePlaceOfTheEnvelope() {
    start();
    JsonObject own = JsonTexts.object("{\"own\": [true]}");

    deliver(new Outgoing(command("saga-1", 1, "{}").command(), Optional.of(own)));

    assertThat(arrived(1)).first().isEqualTo(new Arrived("saga-1", "saga-1.1", own));
  }

  @Test
  void charactersOfAllKindsArrive() {
    start();
    String payload = "{\"ä\": \"é \uD83D\uDE80 \\u0000 \\\" \\\\ \u4E2D \\u2028\"}";

    deliver(command("saga-1", 1, payload));

    assertThat(payload(arrived(1).get(0))).isEqualTo(JsonTexts.object(payload));
  }

  @Test
  void largeMessageArrivesWhole() {
    start();
    String payload = "{\"text\": \"" + "0123456789".repeat(80_000) + "\"}";

    deliver(command("saga-1", 1, payload));

    assertThat(payload(arrived(1).get(0))).isEqualTo(JsonTexts.object(payload));
  }

  @Test
  void commandsOfASagaArriveInTheOrderOfTheirSends() {
    start();

    IntStream.range(0, 20).forEach(number -> deliver(command("saga-1", number, "{}")));

    assertThat(arrived(20).stream().map(Arrived::commandId).distinct())
        .containsExactlyElementsOf(
            IntStream.range(0, 20).mapToObj(number -> "saga-1." + number).toList());
  }

  @Test
  void commandsOfManySagasAreOnTheirWayAtTheSameTime() {
    start();
    deliver(command("first", 0, "{}"));

    List<CompletableFuture<Void>> sends =
        IntStream.range(0, 200).mapToObj(i -> send(command("saga-" + i, 1, "{}"))).toList();

    for (int i = 0; i < sends.size(); i++) {
      // On a slow machine a send may run out of time; the relay sends it again, too.
      if (failure(sends.get(i)).isPresent()) {
        deliver(command("saga-" + i, 1, "{}"));
      }
    }
    assertThat(arrived(201).stream().map(Arrived::saga).distinct()).hasSize(201);
  }

  @Test
  void failureNamesTheAddressAndShowsNoSecret() {
    start();
    deliver(command("saga-1", 1, "{}"));

    goAway();
    awaitConnection(false);

    assertThat(failure(send(command("saga-1", 2, "{}"))).orElseThrow())
        .contains(address())
        .doesNotContain(secret());
  }

  @Test
  void secretThatCannotBeReadFailsTheSendWithItsStage() {
    start(
        () -> {
          throw new UncheckedIOException("The secret cannot be read.", new IOException());
        });

    assertThat(failure(send(command("saga-1", 1, "{}")))).isPresent();
  }

  @Test
  void channelIsStartedAtOnceAndSendsWhenTheOtherSideComes() {
    goAway();
    Duration took = duration(this::start);
    assertThat(took).isLessThan(AT_ONCE);
    assertThat(failure(send(command("saga-1", 1, "{}")))).isPresent();

    comeBack();

    deliver(command("saga-1", 1, "{}"));
    assertThat(arrived(1)).extracting(Arrived::commandId).contains("saga-1.1");
  }

  @Test
  void connectionIsToldAndComesBack() {
    start();
    deliver(command("saga-1", 1, "{}"));
    assertThat(channel().connection().isPresent()).isEqualTo(keepsConnection());
    awaitConnection(true);

    goAway();
    awaitConnection(false);
    comeBack();

    deliver(command("saga-1", 2, "{}"));
    awaitConnection(true);
  }

  @Test
  void callsReturnAtOnceAndFailInTimeWhileTheOtherSideHangs() {
    start();
    deliver(command("saga-1", 0, "{}"));
    hang();

    long begin = System.nanoTime();
    List<CompletableFuture<Void>> sends =
        IntStream.range(0, 100).mapToObj(i -> send(command("saga-" + i, 1, "{}"))).toList();
    assertThat(since(begin)).isLessThan(AT_ONCE);
    assertThat(sends)
        .allSatisfy(send -> assertThat(failure(send).orElseThrow()).contains(address()));
    assertThat(since(begin)).isLessThan(SEND_TIMEOUT.multipliedBy(2));

    answerAgain();
    deliver(command("saga-1", 1, "{}"));
  }

  @Test
  void closingIsBoundedAndEndsWhatIsOnItsWay() {
    start();
    deliver(command("saga-1", 0, "{}"));
    hang();
    List<CompletableFuture<Void>> sends =
        IntStream.range(0, 20).mapToObj(i -> send(command("saga-" + i, 1, "{}"))).toList();

    assertThat(duration(channel()::close)).isLessThan(CLOSES_WITHIN);

    assertThat(CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new)).handle((a, b) -> a))
        .succeedsWithin(SEND_TIMEOUT.multipliedBy(2));
    answerAgain();
  }

  private static JsonObject payload(Arrived arrived) {
    return arrived.message().getJsonObject("messagePayload");
  }

  private void start() {
    start(this::secret);
  }

  private void start(Supplier<String> secret) {
    channel = Optional.of(open(secret));
    channel().start(new DaemonThreads());
  }

  protected final CommandChannel channel() {
    return channel.orElseThrow();
  }

  protected static Outgoing command(String saga, long number, String payload) {
    var id = new CommandId(new SagaId(saga), number, 0);
    return new Outgoing(
        new Command(id, "created", "payments", "pay", JsonText.parse(payload).asJsonObject()),
        Optional.empty());
  }

  /** Whatever the channel throws by itself fails the test. */
  protected final CompletableFuture<Void> send(Outgoing message) {
    return channel().send(message).toCompletableFuture();
  }

  /** Sends until the other side has it, as the relay does. */
  protected final void deliver(Outgoing message) {
    Await.until(
        () -> message.command().id() + " to be delivered, " + channel().connection(),
        BOUND,
        () -> failure(send(message)).isEmpty());
  }

  /** What the send failed with, once it is over. */
  protected static Optional<String> failure(CompletableFuture<Void> send) {
    return send.handle(
            (done, failure) -> Optional.ofNullable(failure).map(why -> "" + why.getMessage()))
        .completeOnTimeout(Optional.of("It is not over."), BOUND.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private void awaitConnection(boolean isUp) {
    Await.until(
        () -> "a connection that is up: " + isUp + ", not " + channel().connection(),
        BOUND,
        () -> channel().connection().filter(state -> !isSaid(state, isUp)).isEmpty());
  }

  private static boolean isSaid(Connection connection, boolean isUp) {
    return connection.up() == isUp && connection.reason().isPresent() != isUp;
  }

  private static Duration duration(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return since(begin);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
