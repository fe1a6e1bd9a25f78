// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.metrics;

import io.flowmanager.router.application.message.MessageCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The router's messages as a counter for each topic and fate. */
public record MicrometerMessageCounter(MeterRegistry meters) implements MessageCounter {

  @Override
  public void count(String topic, Fate fate) {
    Counter.builder("flow_manager_router_messages")
        .description("Kafka messages by outcome")
        .tag("topic", topic)
        .tag("fate", fate.tag())
        .register(meters)
        .increment();
  }
}
