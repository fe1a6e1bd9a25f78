// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of all endpoints. JAX-RS resources look up their endpoints here. */
public final class Endpoints {

  private final List<Endpoint> all;
  private final Map<String, Endpoint> byOperation;

  /**
   * @throws IllegalStateException if two endpoints have the same operation
   */
  public Endpoints(List<Endpoint> all) {
    this.all = List.copyOf(all);
    this.byOperation =
        all.stream().collect(Collectors.toMap(Endpoint::operation, Function.identity()));
  }

  /**
   * The endpoint with that operation.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Endpoint of(String operation) {
    Endpoint endpoint = byOperation.get(operation);
    if (endpoint == null) {
      throw new IllegalArgumentException("No endpoint has the operation " + operation);
    }
    return endpoint;
  }

  /** In the order of the table. */
  public List<Endpoint> all() {
    return all;
  }
}
