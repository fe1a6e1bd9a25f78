// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.bootstrap.wiring.RouterMessages;
import io.flowmanager.platform.rest.OpenExchanges;
import io.flowmanager.saga.application.remote.RemoteStores;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.testing.Await;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosingTest {

  private static final String COMPLETE = "flow-manager.stop.complete";
  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final Set<Thread.State> WAITING =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

  private final OpenExchanges exchanges = new OpenExchanges();
  private final RunningEngine engine = new RunningEngine(anOrderFlow().build());

  @AfterEach
  void forget() {
    System.clearProperty(COMPLETE);
  }

  @Test
  void stopTakesNoFurtherRequest() {
    closing(BOUND).run(false);

    assertThat(exchanges.begin()).isFalse();
    assertThat(System.getProperty(COMPLETE)).isEqualTo("true");
  }

  @Test
  void requestThatWasTakenInBeforeTheStopStillReachesTheEngine() throws Exception {
    exchanges.begin();
    var stopping = new Thread(() -> closing(BOUND).run(false));

    stopping.start();
    Await.until("the stop waits", BOUND, () -> WAITING.contains(stopping.getState()));
    CompletableFuture<Answer> answer = engine.start("s").toCompletableFuture();
    engine.sendSucceeds();
    exchanges.end();
    stopping.join(BOUND.toMillis());

    assertThat(answer).isCompleted();
    assertThat(engine.pending()).isZero();
    assertThat(System.getProperty(COMPLETE)).isEqualTo("true");
  }

  @Test
  void sendThatOutlastsThePatienceMakesTheStopIncomplete() {
    engine.start("s").toCompletableFuture().join();
    Await.until("a send has begun", BOUND, () -> engine.inFlight() == 1);

    closing(Duration.ofMillis(200)).run(false);

    assertThat(System.getProperty(COMPLETE)).isEqualTo("false");
    assertThat(engine.pending()).isEqualTo(1);
  }

  @Test
  void requestThatIsNeverAnsweredLeavesTimeForTheRest() {
    exchanges.begin();

    closing(Duration.ofSeconds(1)).run(true);

    assertThat(System.getProperty(COMPLETE)).isEqualTo("true");
    assertThat(engine.calls()).containsExactly("holds source", "closes source", "closes channel");
  }

  @Test
  void brokersAreHeldBeforeCallersAreAnsweredAndLeftAfterwards() throws Exception {
    exchanges.begin();
    var stopping = new Thread(() -> closing(BOUND).run(true));

    stopping.start();
    Await.until("sources are held", BOUND, () -> engine.calls().contains("holds source"));
    engine.call("answers");
    exchanges.end();
    stopping.join(BOUND.toMillis());

    assertThat(engine.calls())
        .containsExactly("holds source", "answers", "closes source", "closes channel");
  }

  @Test
  void brokersThatWereNeverConnectedAreNotTouched() {
    closing(BOUND).run(false);

    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void serverThatHasNeverTakenAnythingInHasLostNothing() {
    Closing.ofNothing();

    assertThat(System.getProperty(COMPLETE)).isEqualTo("true");
  }

  private Closing closing(Duration patience) {
    return new Closing(
        exchanges,
        engine.asEngine(),
        new RouterMessages(Optional.empty()),
        new RemoteStores(Map.of()),
        patience);
  }
}
