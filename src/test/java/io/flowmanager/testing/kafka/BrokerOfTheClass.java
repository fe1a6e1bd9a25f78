// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One broker for all tests of a class, and a probe for each of them. */
public final class BrokerOfTheClass
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private KafkaBroker broker;
  private KafkaProbe probe;

  @Override
  public void beforeAll(ExtensionContext context) {
    broker = KafkaBroker.start();
  }

  public KafkaBroker broker() {
    return broker;
  }

  /** Closed after the test. */
  public KafkaProbe probe() {
    if (probe == null) {
      probe = new KafkaProbe(broker);
    }
    return probe;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (probe != null) {
      probe.close();
      probe = null;
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    broker.close();
  }
}
