// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * The producer of a sender. It is created on first use, and replaced when a secret has changed or
 * when it has failed permanently. To be used by one thread, except for {@link #giveUp}.
 */
final class RenewedProducer {

  private final BrokerWatch watch;
  private final ProducerSettings settings;
  private final Duration lastWords;
  private final AtomicReference<KafkaProducer<byte[], byte[]>> spent = new AtomicReference<>();
  private KafkaProducer<byte[], byte[]> producer;
  private KafkaAccess entered;

  RenewedProducer(BrokerWatch watch, ProducerSettings settings) {
    this.watch = watch;
    this.settings = settings;
    this.lastWords = new SendBudget(settings.sendTimeout()).delivery();
  }

  /**
   * The producer with the current secrets.
   *
   * @throws RuntimeException if a secret cannot be read or no producer can be created
   */
  KafkaProducer<byte[], byte[]> current() {
    KafkaAccess access = watch.access();
    if (producer != null && spent.get() == producer) {
      close(Duration.ZERO);
    } else if (producer != null && !access.equals(entered)) {
      close(lastWords);
    }
    if (producer == null) {
      entered = access;
      producer = new KafkaProducer<>(settings.properties(access));
    }
    return producer;
  }

  /** Marks that producer as failed; a new one is created when it is needed. */
  void giveUp(KafkaProducer<byte[], byte[]> one) {
    spent.set(one);
  }

  /** Waits for running sends, at most for that time. */
  void close(Duration bound) {
    if (producer != null) {
      producer.close(bound);
      producer = null;
      spent.set(null);
    }
  }
}
