// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.Problem.Fault;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.saga.application.SagaQuery;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The query parameters of {@code GET /sagas}. An unknown one is a fault: a filter with a typo would
 * list too much.
 */
final class SagaQueries {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "flow",
              "state",
              "businessState",
              "entityId",
              "final",
              "updatedAfter",
              "updatedBefore",
              "limit",
              "after"));

  private final MultivaluedMap<String, String> parameters;
  private final List<Fault> faults = new ArrayList<>();

  private SagaQueries(MultivaluedMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /**
   * @throws ProblemException 400 with all faults, if there are any
   */
  static SagaQuery parse(MultivaluedMap<String, String> parameters) {
    var queries = new SagaQueries(parameters);
    queries.checkNames();
    SagaQuery query = queries.read();
    queries.check();
    return query;
  }

  private SagaQuery read() {
    return new SagaQuery(
        one("flow", FlowName::new),
        one("state", Function.identity()),
        one("businessState", Function.identity()),
        one("entityId", Function.identity()),
        one("final", SagaQueries::bool),
        one("updatedAfter", SagaQueries::instant),
        one("updatedBefore", SagaQueries::instant),
        one("after", SagaId::new),
        one("limit", SagaQueries::limit).orElse(DEFAULT_LIMIT));
  }

  private <T> Optional<T> one(String name, Function<String, T> parse) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(values.get(0)));
    } catch (IllegalArgumentException | DateTimeException e) {
      faults.add(new Fault(name, e.getMessage()));
      return Optional.empty();
    }
  }

  private void checkNames() {
    parameters.forEach(
        (name, values) -> {
          if (!KNOWN.contains(name)) {
            faults.add(
                new Fault(
                    name, "is no parameter of this listing; known: " + String.join(", ", KNOWN)));
          } else if (values.size() > 1) {
            faults.add(new Fault(name, "is given " + values.size() + " times"));
          } else if (values.get(0).indexOf(0) >= 0) {
            faults.add(new Fault(name, "must not contain the character U+0000"));
          }
        });
  }

  private void check() {
    if (!faults.isEmpty()) {
      String all =
          String.join(
              "; ", faults.stream().map(fault -> fault.pointer() + ": " + fault.detail()).toList());
      throw new ProblemException(Problem.of(400, "Malformed query", all + ".", faults));
    }
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

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a number from 1 to " + MAX_LIMIT, e);
    }
    throw new IllegalArgumentException("must be a number from 1 to " + MAX_LIMIT);
  }
}
