// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.saga.domain.Event;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What an endpoint does before an event. It stands here because the endpoint's reading is its own. */
@State(Scope.Benchmark)
public class EnvelopeBenchmark {

  private static final String ENVELOPE =
      """
      {
        "key": "order-01a2000c-25a8-7086-bea7-404cc0d512fa",
        "value": {
          "messageLabel": "paymentExecuted",
          "messagePayload": {
            "payment": {"captured": true, "transaction": "3f0c3c1e-6a1b-4c55-9d1c-2a54b6f1d0aa"},
            "paidAt": "2026-11-21T09:15:27.120Z"
          }
        }
      }
      """;

  private final Bodies bodies = new Bodies(1 << 20, new UntrustedJson(100));
  private final byte[] body = JsonText.bytes(JsonText.parse(ENVELOPE));

  /** From the bytes of a body to an event. */
  @Benchmark
  public Event read() {
    return SendEventHandler.event(bodies.read(new ByteArrayInputStream(body)), Optional.empty());
  }
}
