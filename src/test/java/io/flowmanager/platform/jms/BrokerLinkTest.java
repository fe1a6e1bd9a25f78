// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.Await;
import io.flowmanager.testing.SettableClock;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerLinkTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  /** Fails as often as it is told, then connects. */
  private static final class MoodyBroker implements Broker {

    private final AtomicInteger attempts = new AtomicInteger();
    private final ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Runnable> losses = new ConcurrentLinkedQueue<>();

    @Override
    public String address() {
      return "moody";
    }

    @Override
    public BrokerConnection connect(Runnable lost) throws JMSException {
      attempts.incrementAndGet();
      Exception failure = failures.poll();
      if (failure instanceof JMSException refused) {
        throw refused;
      }
      if (failure instanceof RuntimeException broken) {
        throw broken;
      }
      losses.add(lost);
      return new Open();
    }
  }

  private static final class Open implements BrokerConnection {

    private volatile boolean closed;

    @Override
    public BrokerSession open(Optional<InputDestination> destination) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final SettableClock clock = new SettableClock();
  private final MoodyBroker broker = new MoodyBroker();
  private final List<Integer> delays = new ArrayList<>();
  private final BrokerLink link = new BrokerLink("test", broker, this::delay, clock);

  private Duration delay(int failures) {
    delays.add(failures);
    return Duration.ofMillis(1);
  }

  @AfterEach
  void close() {
    link.close();
  }

  @Test
  void linkIsDownUntilSomebodyNeedsIt() {
    assertThat(link.state())
        .isEqualTo(new LinkState(false, SettableClock.START, Optional.of("not connected yet")));
    assertThat(broker.attempts).hasValue(0);
  }

  @Test
  void brokerIsTriedWithGrowingDelaysUntilItIsThere() throws InterruptedException {
    broker.failures.add(new JMSException("tcp://there could not be reached"));
    broker.failures.add(new JMSException("tcp://there could not be reached"));
    broker.failures.add(new IllegalStateException("driver"));
    clock.advance(Duration.ofSeconds(3));

    assertThat(link.await()).isPresent();

    assertThat(delays).containsExactly(1, 2, 3);
    assertThat(link.state())
        .isEqualTo(new LinkState(true, SettableClock.START.plusSeconds(3), Optional.empty()));
  }

  @Test
  void wordsOfDriversAreNotShown() {
    assertThat(BrokerFailure.words(new JMSSecurityException("user s3cr3t is unknown")))
        .isEqualTo("JMSSecurityException");
    assertThat(BrokerFailure.words(BrokerFailure.of("ours", new IllegalStateException("s3cr3t"))))
        .isEqualTo("ours (IllegalStateException)");
  }

  @Test
  void oneConnectionServesAllThatWait() {
    List<CompletableFuture<Optional<BrokerConnection>>> all =
        IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(this::await)).toList();

    assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(broker.attempts).hasValue(1);
  }

  @Test
  void lostConnectionIsClosedAndMadeAgainOnce() {
    Open first = (Open) await().orElseThrow();
    clock.advance(Duration.ofMinutes(1));

    broker.losses.element().run();
    link.lost(first, "heard of it again");

    assertThat(first.closed).isTrue();
    assertThat(link.state())
        .isEqualTo(
            new LinkState(
                false,
                SettableClock.START.plusSeconds(60),
                Optional.of("the connection was lost")));
    assertThat(await()).isPresent().get().isNotSameAs(first);
    assertThat(broker.attempts).hasValue(2);
  }

  @Test
  void connectionThatNeverLastsIsMadeWithGrowingDelays() {
    for (int i = 0; i < 3; i++) {
      link.lost(await().orElseThrow(), "no right to read");
    }

    assertThat(await()).isPresent();
    assertThat(delays).containsExactly(1, 2, 3);
  }

  @Test
  void connectionThatHasLastedIsMadeAgainAtOnce() {
    link.lost(await().orElseThrow(), "no right to read");
    BrokerConnection second = await().orElseThrow();
    clock.advance(Duration.ofMinutes(1));

    link.lost(second, "gone");

    assertThat(await()).isPresent();
    assertThat(delays).containsExactly(1);
  }

  @Test
  void newsOfAnOldConnectionDoesNotHarmTheNewOne() {
    BrokerConnection first = await().orElseThrow();
    link.lost(first, "gone");
    BrokerConnection second = await().orElseThrow();

    link.lost(first, "gone");
    broker.losses.element().run();

    assertThat(await()).contains(second);
    assertThat(link.state().up()).isTrue();
  }

  @Test
  void closedLinkGivesNoConnectionToThoseWhoWait() {
    IntStream.range(0, 100_000)
        .mapToObj(i -> new JMSException("away"))
        .forEach(broker.failures::add);
    var waiting = CompletableFuture.supplyAsync(this::await);
    Await.until("a try", SOON, () -> broker.attempts.get() > 0);

    link.close();

    assertThat(waiting).succeedsWithin(SOON).isEqualTo(Optional.empty());
    assertThat(await()).isEmpty();
  }

  private Optional<BrokerConnection> await() {
    try {
      return link.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Nobody should have told the thread to end", e);
    }
  }
}
