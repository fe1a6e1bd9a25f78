// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of all operations of the HTTP interface. Those with a JSON body are {@link Endpoint
 * endpoints}: resources of JAX-RS look theirs up here. The others have their resource only.
 */
public final class Endpoints {

  private final List<Endpoint> all;
  private final List<HttpOperation> operations;
  private final Map<String, Endpoint> byOperation;

  /**
   * @param all the operations with a body
   * @param others the operations without one
   * @throws IllegalStateException when two operations have the same name or the same address
   */
  public Endpoints(List<Endpoint> all, List<HttpOperation> others) {
    this.all = List.copyOf(all);
    this.operations =
        Stream.concat(all.stream().map(Endpoint::operation), others.stream()).toList();
    this.byOperation = unique(all, endpoint -> endpoint.operation().name());
    unique(operations, HttpOperation::name);
    unique(operations, HttpOperation::address);
  }

  private static <T> Map<String, T> unique(List<T> rows, Function<T, String> key) {
    return rows.stream().collect(Collectors.toMap(key, Function.identity()));
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

  /** The operations with a body, in the order of the table. */
  public List<Endpoint> all() {
    return all;
  }

  /** Every operation, with or without a body; those with one come first. */
  public List<HttpOperation> operations() {
    return operations;
  }
}
