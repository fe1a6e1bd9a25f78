// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Checks every few seconds whether a cluster responds, and keeps the result. All users of one
 * channel share one watch: it starts with the first call of {@link #start} and ends with the last
 * call of {@link #close}. Thread-safe.
 */
public final class BrokerWatch {

  private static final Logger LOG = System.getLogger(BrokerWatch.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Map<String, Object> QUICK =
      Map.of(
          "default.api.timeout.ms", (int) ANSWER.toMillis(),
          "request.timeout.ms", (int) ANSWER.toMillis(),
          "reconnect.backoff.max.ms", (int) BETWEEN_LOOKS.toMillis(),
          // After each failure, a new client uses the configured addresses again.
          "metadata.recovery.strategy", "none");

  private final String name;
  private final Supplier<KafkaAccess> source;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile BrokerState state;
  private volatile boolean asked;
  private volatile String brokers = "its brokers";
  private int users;
  private Thread thread;
  private Admin admin;
  private KafkaAccess entered;

  /**
   * @param name name of the cluster in the log
   * @param source supplies the access to the cluster with the current secrets; may throw {@link
   *     UncheckedIOException} if a secret cannot be read
   */
  public BrokerWatch(String name, Supplier<KafkaAccess> source, Clock clock) {
    this.name = name;
    this.source = source;
    this.clock = clock;
    this.state =
        new BrokerState(false, clock.instant(), Optional.of("it has not been checked yet"));
  }

  /**
   * Starts checking, on one thread of the factory; later calls only count the users. Returns at
   * once.
   */
  public synchronized void start(ThreadFactory threads) {
    users++;
    if (thread == null) {
      thread = threads.newThread(this::run);
      thread.setName("flow-manager-watch-" + name);
      thread.start();
    }
  }

  /** The access to the cluster, with the current secrets. */
  public KafkaAccess access() {
    return source.get();
  }

  /** Host and port of each known broker. */
  public String brokers() {
    return brokers;
  }

  /** The latest result; makes no call. */
  public BrokerState state() {
    return state;
  }

  /** Whether the latest check failed. */
  public boolean isLost() {
    return asked && !state.up();
  }

  /** Ends the watch if this was its last user; waits for its thread at most for that time. */
  public synchronized void close(Duration timeout) {
    users--;
    if (users > 0 || thread == null) {
      return;
    }
    closed.countDown();
    thread.interrupt();
    try {
      thread.join(Math.max(1, timeout.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        look();
      } while (!closed.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "The watch of {0} ends.", name);
    } finally {
      leave();
    }
  }

  private void look() throws InterruptedException {
    try {
      enter(source.get());
      admin.describeCluster().nodes().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      observe(Optional.empty());
    } catch (UncheckedIOException e) {
      observe(Optional.of(e.getMessage()));
    } catch (TimeoutException | ExecutionException | KafkaException | IllegalArgumentException e) {
      observe(Optional.of(reason(e)));
      // A client whose login failed is unusable, but the broker may accept the password later.
      leave();
    }
  }

  private String reason(Exception failure) {
    boolean isSilent =
        failure instanceof TimeoutException
            || failure.getCause() instanceof org.apache.kafka.common.errors.TimeoutException;
    return isSilent
        ? brokers + " did not answer within " + ANSWER.toSeconds() + " s"
        : brokers + ": " + entered.reason(failure);
  }

  /** Creates a new client when a secret has changed; the old one would keep its connection. */
  private void enter(KafkaAccess access) {
    if (admin == null || !access.equals(entered)) {
      leave();
      brokers = String.join(",", access.brokers());
      entered = access;
      admin = Admin.create(access.forAdmin(Map.of(), QUICK));
    }
  }

  private void leave() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }

  private void observe(Optional<String> down) {
    boolean isNews = !asked || state.up() == down.isPresent();
    if (isNews) {
      state = new BrokerState(down.isEmpty(), clock.instant(), down);
      Level level = down.isPresent() ? Level.WARNING : Level.INFO;
      LOG.log(level, "Kafka of {0} is {1}", name, down.map(why -> "down: " + why).orElse("up."));
    } else if (down.isPresent()) {
      state = new BrokerState(false, state.since(), down);
    }
    asked = true;
  }
}
