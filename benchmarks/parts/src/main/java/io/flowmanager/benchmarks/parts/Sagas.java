// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Sagas, their histories and events. */
final class Sagas {

  static final Instant NOW = Instant.parse("2026-11-21T09:15:27.120Z");
  static final FlowVersion VERSION = new FlowVersion("3f0c3c1e6a1b4c559d1c2a54b6f1d0aa");

  private static final SagaId ID = new SagaId("order-01a2000c-25a8-7086-bea7-404cc0d512fa");

  private Sagas() {}

  static Saga in(String state, JsonObject metadata, long sequence) {
    var position = new Saga.Position(state, false, new BusinessId("\"received\""), "began");
    return new Saga(
        ID, new FlowName("order"), VERSION, "order-4711", position, metadata, sequence, NOW, NOW);
  }

  static Event event(String label, JsonValue payload) {
    return new Event(ID, label, payload, Optional.empty());
  }

  static List<HistoryEntry> history(int steps) {
    var business = new BusinessId("\"inProgress\"");
    return LongStream.range(0, steps)
        .mapToObj(
            step ->
                new HistoryEntry(
                    step, "event" + step, Optional.of(business), "state" + step, business, NOW))
        .toList();
  }
}
