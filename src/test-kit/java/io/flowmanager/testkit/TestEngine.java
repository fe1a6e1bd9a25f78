// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.saga.application.engine.EngineRequest;
import io.flowmanager.saga.domain.NewSaga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An engine in memory that hosts one flow, with a clock and channels of its own. Each test makes
 * one; that takes no time worth counting. Used by one thread.
 */
public final class TestEngine {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MemoryEngine engine;
  private final Map<String, TestChannel> channels = new LinkedHashMap<>();
  private int sagas;

  private TestEngine(FlowUnderTest flow, Instant start) {
    flow.flow().definition().channels().stream()
        .map(ChannelDefinition::id)
        .forEach(id -> channels.put(id, new TestChannel(id)));
    this.engine = new MemoryEngine(flow.flow(), start, channels);
  }

  /** An engine without sagas; its clock begins with the year 2026. */
  public static TestEngine of(FlowUnderTest flow) {
    return of(flow, START);
  }

  /** An engine without sagas, whose clock stands at that time. */
  public static TestEngine of(FlowUnderTest flow, Instant start) {
    return new TestEngine(flow, start);
  }

  /** The time of this engine. */
  public TestClock clock() {
    return engine.clock();
  }

  /** The channel with that id in the flow file. */
  public TestChannel channel(String id) {
    TestChannel channel = channels.get(id);
    if (channel == null) {
      throw new IllegalArgumentException(
          "The flow has no channel \"" + id + "\"; it has " + channels.keySet() + ".");
    }
    return channel;
  }

  /** Starts a saga without metadata. */
  public SagaUnderTest start() {
    return start("{}");
  }

  /**
   * Starts a saga.
   *
   * @param metadata a JSON object
   */
  public SagaUnderTest start(String metadata) {
    return start("entity-" + (sagas + 1), metadata);
  }

  /**
   * Starts a saga. Its id is the flow's prefix and a number, from 1.
   *
   * @param metadata a JSON object
   */
  public SagaUnderTest start(String associatedEntityId, String metadata) {
    var id = new SagaId(engine.flow().sagaIdPrefix() + (sagas + 1));
    var saga =
        new NewSaga(id, engine.flow().name(), associatedEntityId, JsonAssertion.object(metadata));
    engine.handle(new EngineRequest.Start(saga, Optional.empty()));
    sagas++;
    return new SagaUnderTest(engine, channels, id);
  }
}
