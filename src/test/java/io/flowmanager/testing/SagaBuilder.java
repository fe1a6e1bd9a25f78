// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;

/** A saga as it stands, as tests write it down. */
public final class SagaBuilder {

  private String id = "saga-1";
  private String flow = "order";
  private String entity = "order-1";
  private String state = "created";
  private boolean isFinal;
  private BusinessId businessState = new BusinessId("1");
  private String latestEvent = "orderCreated";
  private JsonObject metadata = JsonValue.EMPTY_JSON_OBJECT;
  private long sequence;
  private String version = "v1";
  private Instant updatedAt = SettableClock.START;

  private SagaBuilder() {}

  public static SagaBuilder aSaga() {
    return new SagaBuilder();
  }

  public SagaBuilder withId(String text) {
    id = text;
    return this;
  }

  public SagaBuilder ofFlow(String name) {
    flow = name;
    return this;
  }

  public SagaBuilder forEntity(String text) {
    entity = text;
    return this;
  }

  public SagaBuilder inState(String text) {
    state = text;
    return this;
  }

  public SagaBuilder isFinal() {
    isFinal = true;
    return this;
  }

  /**
   * @param text canonical text of the business id
   */
  public SagaBuilder meaning(String text) {
    businessState = new BusinessId(text);
    return this;
  }

  public SagaBuilder after(String event, long steps) {
    latestEvent = event;
    sequence = steps;
    return this;
  }

  public SagaBuilder withMetadata(String json) {
    metadata = JsonTexts.object(json);
    return this;
  }

  public SagaBuilder withMetadata(JsonObject value) {
    metadata = value;
    return this;
  }

  public SagaBuilder byVersion(String text) {
    version = text;
    return this;
  }

  public SagaBuilder updatedAt(Instant instant) {
    updatedAt = instant;
    return this;
  }

  public Saga build() {
    return new Saga(
        new SagaId(id),
        new FlowName(flow),
        new FlowVersion(version),
        entity,
        new Saga.Position(state, isFinal, businessState, latestEvent),
        metadata,
        sequence,
        SettableClock.START,
        updatedAt);
  }
}
