// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.channel.Connection;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.testing.Await;
import io.flowmanager.testing.FlowBuilder;
import io.flowmanager.testing.StateBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What {@link EventSource} promises, whatever the broker, which is a real one. Each event has one
 * state in which it counts: one that is lost, or out of its turn, keeps its saga from its end.
 *
 * <p>A broker that is found by JNDI name needs the transactions of a server: {@code JmsOnWildFlyIT}
 * reads from one.
 */
@SuppressWarnings("try") // some nodes only have to run meanwhile
public abstract class EventSourceContract {

  /** How many events a saga needs to its end. */
  protected static final int STEPS = 10;

  /** Longer than a busy machine takes for whatever is awaited. */
  protected static final Duration BOUND = Duration.ofSeconds(60);

  /** Shorter than any wait for a broker that is away. */
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration ABOUT_PATIENCE = Duration.ofSeconds(10);

  /** A source that has been started, and the engine behind it. Nodes share their sagas. */
  public interface Node extends AutoCloseable {

    EventSource source();

    /** Whether the store takes any batch; at first it does. */
    void storeIsAway(boolean isAway);

    /** How many batches the store has refused. */
    int refusals();

    /** What each batch of the engine waits for; open at first. */
    ResettableLatch latch();

    /** The threads of the source. */
    List<Thread> threads();

    /** Holds the source, stops the engine, closes the source. */
    @Override
    void close();
  }

  /** s0 to s10, each left by an event of its own: one out of its turn is ignored for good. */
  protected static Flow stairs() {
    FlowBuilder flow = FlowBuilder.aFlow();
    for (int i = 0; i < STEPS; i++) {
      flow.with(StateBuilder.aState("s" + i).on("e" + i, "s" + (i + 1)));
    }
    return flow.with(StateBuilder.aState("s" + STEPS).isFinal()).build();
  }

  /** Starts saga-0, saga-1 and so on in the flow {@link #stairs}. */
  protected abstract void startSagas(int count);

  /** A node whose source has been started. */
  protected abstract Node node();

  /** Sends a message for that saga; returns when the broker has it. */
  protected abstract void send(String saga, String body);

  /** Where the saga stands. */
  protected abstract String state(String saga);

  /** How many messages were put aside. */
  protected abstract int deadLetters();

  /** Stops the broker. */
  protected abstract void goAway();

  /** Starts the broker again, with all that it had. */
  protected abstract void comeBack();

  /** Lets go of the broker. */
  protected abstract void closeOtherSide();

  @AfterEach
  final void close() {
    closeOtherSide();
  }

  @Test
  void eventsOfEachSagaActOnceInTheirOrder() {
    startSagas(20);
    try (Node node = node()) {
      sendStairs(0, 20);

      awaitEnd(20);
    }
  }

  @Test
  void whatWasSentBeforeTheStartIsRead() {
    startSagas(3);
    sendStairs(0, 3);

    try (Node node = node()) {
      awaitEnd(3);
    }
  }

  @Test
  void storeThatIsAwayForAWhileLosesNoEvent() {
    startSagas(10);
    try (Node node = node()) {
      sendStairs(0, 1);
      awaitEnd(1);
      node.storeIsAway(true);
      sendStairs(1, 10);
      Await.until("a refusal", BOUND, () -> node.refusals() > 0);

      node.storeIsAway(false);

      awaitEnd(10);
      assertThat(deadLetters()).isZero();
    }
  }

  @Test
  void messageThatCannotBeReadIsPutAsideAndHoldsNobodyUp() {
    startSagas(1);
    try (Node node = node()) {
      send("saga-0", "no JSON");
      sendStairs(0, 1);

      awaitEnd(1);
      Await.until("the letter", BOUND, () -> deadLetters() == 1);
    }
  }

  @Test
  void messageForASagaThatIsUnknownIsPutAsideAndHoldsNobodyUp() {
    startSagas(1);
    try (Node node = node()) {
      send("nobody", event(0));
      sendStairs(0, 1);

      awaitEnd(1);
      Await.until("the letter", BOUND, () -> deadLetters() == 1);
    }
  }

  @Test
  void sourceIsStartedAtOnceAndWaitsForABrokerThatIsAway() {
    startSagas(1);
    goAway();
    long begin = System.nanoTime();
    try (Node node = node()) {
      assertThat(since(begin)).isLessThan(AT_ONCE);
      awaitConnection(node, false);

      comeBack();
      sendStairs(0, 1);

      awaitEnd(1);
      awaitConnection(node, true);
    }
  }

  @Test
  void brokerThatGoesAwayAndComesBackIsReadOn() {
    startSagas(2);
    try (Node node = node()) {
      sendStairs(0, 1);
      awaitEnd(1);
      awaitConnection(node, true);

      goAway();
      awaitConnection(node, false);
      comeBack();
      sendStairs(1, 2);

      awaitEnd(2);
      awaitConnection(node, true);
    }
  }

  @Test
  void heldSourceTakesNothingMoreIn() {
    startSagas(2);
    try (Node node = node()) {
      sendStairs(0, 1);
      awaitEnd(1);

      node.source().hold();
      sendStairs(1, 2);
      awaitAMoment();

      assertThat(state("saga-1")).isEqualTo("s0");
    }
    assertThat(state("saga-1")).isEqualTo("s0");

    try (Node next = node()) {
      awaitEnd(2);
    }
  }

  @Test
  void whatWasHandedOverIsAnsweredAfterTheHold() {
    startSagas(1);
    try (Node node = node()) {
      node.latch().close();
      send("saga-0", event(0));
      Await.until("a batch", BOUND, node.latch()::hasWaiters);

      node.source().hold();
      node.latch().open();

      Await.until("its effect", BOUND, () -> state("saga-0").equals("s1"));
    }
  }

  @Test
  void closedSourceLeavesNoThread() {
    startSagas(1);
    Node closed;
    try (Node node = node()) {
      sendStairs(0, 1);
      awaitEnd(1);
      closed = node;
      assertThat(node.threads()).isNotEmpty();
    }

    Await.until(
        () -> "the end of " + closed.threads(),
        BOUND,
        () -> closed.threads().stream().noneMatch(Thread::isAlive));
  }

  @Test
  void closingIsBoundedWhileTheEngineDoesNotAnswerAndNothingIsLost() {
    startSagas(3);
    Node node = node();
    node.latch().close();
    sendStairs(0, 3);
    Await.until("a batch", BOUND, node.latch()::hasWaiters);

    node.source().hold();
    long begin = System.nanoTime();
    node.source().close(PATIENCE);
    assertThat(since(begin)).isLessThan(ABOUT_PATIENCE);

    node.storeIsAway(true);
    node.latch().open();
    node.close();
    try (Node next = node()) {
      awaitEnd(3);
    }
  }

  @Test
  void closingIsBoundedWhileTheBrokerIsAway() {
    startSagas(1);
    try (Node node = node()) {
      awaitConnection(node, true);
      goAway();
      awaitConnection(node, false);

      node.source().hold();
      long begin = System.nanoTime();
      node.source().close(PATIENCE);

      assertThat(since(begin)).isLessThan(ABOUT_PATIENCE);
    }
    comeBack();
  }

  private static void awaitAMoment() {
    Instant end = Instant.now().plusSeconds(1);
    Await.until("a moment", BOUND, () -> Instant.now().isAfter(end));
  }

  private void sendStairs(int from, int to) {
    for (int step = 0; step < STEPS; step++) {
      for (int saga = from; saga < to; saga++) {
        send("saga-" + saga, event(step));
      }
    }
  }

  private static String event(int step) {
    return "{\"messageLabel\": \"e%d\", \"messagePayload\": {\"n%d\": true}}".formatted(step, step);
  }

  private void awaitEnd(int count) {
    for (int i = 0; i < count; i++) {
      String saga = "saga-" + i;
      Await.until(
          () -> "the end of " + saga + ", which is in " + state(saga),
          BOUND,
          () -> state(saga).equals("s" + STEPS));
    }
  }

  private static void awaitConnection(Node node, boolean isUp) {
    Await.until(
        () -> "a connection that is up: " + isUp + ", not " + node.source().connection(),
        BOUND,
        () -> isSaid(node.source().connection(), isUp));
  }

  private static boolean isSaid(Connection connection, boolean isUp) {
    return connection.up() == isUp && connection.reason().isPresent() != isUp;
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
