// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import io.flowmanager.testing.Await;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real broker of one node, in a process of its own. It can be stopped, killed and started again:
 * the ports and the data stay. Topics are made by {@link #createTopic}, never by themselves.
 *
 * <p>On {@link BrokerListener#SASL} and {@link BrokerListener#SASL_TLS} the mechanism PLAIN knows
 * {@link #USER} with {@link #PASSWORD}; users for SCRAM are added by {@link KafkaProbe#scramUser}.
 */
public final class KafkaBroker implements AutoCloseable {

  public static final String USER = "flow";

  /** With everything that a careless configuration trips over. */
  public static final String PASSWORD = "p\"a s;s\\w'=ö#$rd";

  private static final Duration STARTS_WITHIN = Duration.ofSeconds(180);

  private final Path folder;
  private final BrokerProperties properties;
  private BrokerProcess process;

  private KafkaBroker(Path folder, BrokerProperties properties) {
    this.folder = folder;
    this.properties = properties;
  }

  /** A new broker with the plain listener and these ones; ready for clients when this returns. */
  public static KafkaBroker start(BrokerListener... more) {
    KafkaBroker broker = absent(more);
    broker.restart();
    return broker;
  }

  /** A broker that has its address already and is not there yet: {@link #restart} brings it. */
  public static KafkaBroker absent(BrokerListener... more) {
    try {
      Path folder = Files.createTempDirectory("kafka-broker");
      var broker =
          new KafkaBroker(
              folder, new BrokerProperties(folder, EnumSet.of(BrokerListener.PLAIN, more)));
      broker.format();
      return broker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void format() {
    try {
      new Formatter()
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(properties.data().toString())
          .setMetadataLogDirectory(properties.data().toString())
          .setControllerListenerName("CONTROLLER")
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("The broker's folder could not be formatted", e);
    }
  }

  /** The address of the plain listener. */
  public String bootstrap() {
    return bootstrap(BrokerListener.PLAIN);
  }

  public String bootstrap(BrokerListener listener) {
    return properties.address(listener);
  }

  public void createTopic(String name, int partitions) {
    try (var probe = new KafkaProbe(this)) {
      probe.createTopic(name, partitions);
    }
  }

  /** Stops in good order; the data stays. */
  public void stop() {
    process.terminate();
  }

  /** As {@code kill -9}; the data stays. */
  public void kill() {
    process.kill();
  }

  /** As if the machine stood still: connections stay open and nobody answers. */
  public void freeze() {
    process.freeze();
  }

  public void thaw() {
    process.thaw();
  }

  /** Starts the stopped broker on its ports, with its data; ready for clients when this returns. */
  public void restart() {
    process = BrokerProcess.start(folder, properties.write());
    try (var probe = new KafkaProbe(this)) {
      Await.until("the broker answers", STARTS_WITHIN, () -> answers(probe));
    }
  }

  /**
   * Takes all records of a partition back, as an unclean election of an empty replica does: the
   * topic stays the same one.
   */
  public void truncate(String topic, int partition) {
    kill();
    delete(properties.data().resolve(topic + "-" + partition));
    restart();
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers(KafkaProbe probe) {
    process.checkAlive();
    return probe.isAnswered();
  }

  /** Kills the broker and deletes its data. */
  @Override
  public void close() {
    if (process != null) {
      process.kill();
    }
    delete(folder);
  }
}
