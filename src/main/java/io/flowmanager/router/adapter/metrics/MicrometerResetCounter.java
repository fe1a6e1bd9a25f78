// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.metrics;

import io.flowmanager.router.application.message.ResetCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Replaced positions of the router's topics as a counter for each topic and reason. */
public record MicrometerResetCounter(MeterRegistry meters) implements ResetCounter {

  @Override
  public void count(String topic, String reason) {
    Counter.builder("flow_manager_router_positions_replaced")
        .description("Positions that no longer existed in their log and were replaced")
        .tag("topic", topic)
        .tag("reason", reason)
        .register(meters)
        .increment();
  }
}
