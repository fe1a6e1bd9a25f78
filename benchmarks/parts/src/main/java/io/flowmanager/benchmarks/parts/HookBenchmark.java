// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptRun;
import io.flowmanager.saga.domain.HistoryEntry;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaDocument;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A small hook makes the message of a command, from a saga with a kilobyte of metadata. */
@State(Scope.Benchmark)
public class HookBenchmark {

  private static final String HOOK =
      """
      export default ({ saga: { sagaId, metadata: { customer, ...rest } }, messageLabel }) =>
        ({ payload: { id: sagaId, kind: messageLabel, city: customer.address?.city ?? null } });
      """;

  @Param({"1", "100"})
  private int steps;

  private final Script script = Hooks.compile(HOOK);
  private final SagaDocument documents =
      new SagaDocument(JsonText.values(), Optional.of(Machines.order()));
  private List<HistoryEntry> history;
  private Saga saga;

  @Setup
  public void prepare() {
    history = Sagas.history(steps);
    saga = Sagas.in("orderPaid", Metadata.ofKilobytes(1), steps - 1);
  }

  /** The saga document alone. */
  @Benchmark
  public JsonObject document() {
    return documents.full(saga, history);
  }

  /** The document and the call. */
  @Benchmark
  public Optional<JsonValue> command() {
    JsonObject argument =
        JsonText.builders()
            .createObjectBuilder()
            .add("saga", documents.full(saga, history))
            .add("messageLabel", "prepareOrder")
            .build();
    try (ScriptRun run = script.open()) {
      return run.call(List.of(Optional.of(argument)));
    }
  }
}
