// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.QueryParameters;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Function;

/** The query parameters of {@code GET /sagas}. */
final class SagaQueries {

  private static final Set<String> KNOWN =
      Set.of(
          "flow",
          "state",
          "businessState",
          "entityId",
          "final",
          "updatedAfter",
          "updatedBefore",
          "limit",
          "after");

  private SagaQueries() {}

  /**
   * @throws ProblemException 400 with all faults, if there are any
   */
  static SagaQuery parse(MultivaluedMap<String, String> parameters) {
    var query = new QueryParameters(parameters, KNOWN);
    var parsed =
        new SagaQuery(
            query.one("flow", FlowName::new),
            query.one("state", Function.identity()),
            query.one("businessState", Function.identity()),
            query.one("entityId", Function.identity()),
            query.one("final", SagaQueries::bool),
            query.one("updatedAfter", SagaQueries::instant),
            query.one("updatedBefore", SagaQueries::instant),
            query.one("after", SagaId::new),
            query.limit());
    query.check();
    return parsed;
  }

  private static boolean bool(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("must be true or false");
    }
    return text.equals("true");
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a time like 2026-01-31T12:00:00Z (ISO-8601)", e);
    }
  }
}
