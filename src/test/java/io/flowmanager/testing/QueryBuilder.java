// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;
import java.util.Optional;

/** A listing of sagas, as tests ask for it; without filters and of up to 100 sagas at first. */
public final class QueryBuilder {

  private Optional<FlowName> flow = Optional.empty();
  private Optional<String> state = Optional.empty();
  private Optional<String> businessState = Optional.empty();
  private Optional<String> entity = Optional.empty();
  private Optional<Boolean> isFinal = Optional.empty();
  private Optional<Instant> after = Optional.empty();
  private Optional<Instant> before = Optional.empty();
  private Optional<SagaId> last = Optional.empty();
  private int limit = 100;

  private QueryBuilder() {}

  public static QueryBuilder sagas() {
    return new QueryBuilder();
  }

  public QueryBuilder ofFlow(String name) {
    flow = Optional.of(new FlowName(name));
    return this;
  }

  public QueryBuilder inState(String text) {
    state = Optional.of(text);
    return this;
  }

  public QueryBuilder meaning(String text) {
    businessState = Optional.of(text);
    return this;
  }

  public QueryBuilder ofEntity(String text) {
    entity = Optional.of(text);
    return this;
  }

  public QueryBuilder isFinal(boolean value) {
    isFinal = Optional.of(value);
    return this;
  }

  public QueryBuilder updatedAfter(Instant instant) {
    after = Optional.of(instant);
    return this;
  }

  public QueryBuilder updatedBefore(Instant instant) {
    before = Optional.of(instant);
    return this;
  }

  public QueryBuilder behind(SagaId saga) {
    last = Optional.of(saga);
    return this;
  }

  public QueryBuilder atMost(int sagas) {
    limit = sagas;
    return this;
  }

  public SagaQuery build() {
    return new SagaQuery(flow, state, businessState, entity, isFinal, after, before, last, limit);
  }
}
