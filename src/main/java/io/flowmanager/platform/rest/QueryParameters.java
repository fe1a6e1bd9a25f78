// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.Problem.Fault;
import io.flowmanager.platform.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The query parameters of a listing. An unknown parameter is a fault: a filter with a typo would
 * list too much. For one request.
 */
public final class QueryParameters {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final MultivaluedMap<String, String> parameters;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param known the parameters of the listing
   */
  public QueryParameters(MultivaluedMap<String, String> parameters, Set<String> known) {
    this.parameters = parameters;
    parameters.forEach((name, values) -> check(name, values, new TreeSet<>(known)));
  }

  private void check(String name, List<String> values, Set<String> known) {
    if (!known.contains(name)) {
      faults.add(
          new Fault(
              name, "is not a parameter of this listing; known: " + String.join(", ", known)));
    } else if (values.size() > 1) {
      faults.add(new Fault(name, "is given " + values.size() + " times"));
    } else if (values.get(0).indexOf(0) >= 0) {
      faults.add(new Fault(name, "must not contain the character U+0000"));
    }
  }

  /** The value, if present. A fault that the parser throws is collected for {@link #check()}. */
  public <T> Optional<T> one(String name, Function<String, T> parse) {
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

  /**
   * A required value.
   *
   * @throws ProblemException as {@link #check()}, also if the value is missing
   */
  public <T> T need(String name, Function<String, T> parse) {
    if (!parameters.containsKey(name)) {
      faults.add(new Fault(name, "is missing"));
    }
    Optional<T> value = one(name, parse);
    check();
    return value.orElseThrow();
  }

  /** The size of a page. */
  public int limit() {
    return one("limit", QueryParameters::limit).orElse(DEFAULT_LIMIT);
  }

  private static int limit(String text) {
    // Integer.parseInt accepts digits of every script.
    int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit >= 1 && limit <= MAX_LIMIT) {
      return limit;
    }
    throw new IllegalArgumentException("must be a number from 1 to " + MAX_LIMIT);
  }

  /**
   * @throws ProblemException 400 with all faults, if there are any
   */
  public void check() {
    if (!faults.isEmpty()) {
      String all =
          String.join(
              "; ", faults.stream().map(fault -> fault.pointer() + ": " + fault.detail()).toList());
      throw new ProblemException(Problem.of(400, "Malformed query", all + ".", faults));
    }
  }
}
