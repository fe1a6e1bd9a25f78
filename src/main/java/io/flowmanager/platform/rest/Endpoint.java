// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.ProblemException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/**
 * An HTTP operation with a JSON body and a JSON answer: its address, the limits of its body and its
 * handler. The fast path and the JAX-RS resource both call {@link #answer}. Thread-safe.
 */
public final class Endpoint {

  private final String operation;
  private final String method;
  private final String path;
  private final Bodies bodies;
  private final EndpointHandler handler;
  private final Map<Way, LongAdder> calls = new EnumMap<>(Way.class);

  private Endpoint(
      String operation, String method, String path, Bodies bodies, EndpointHandler handler) {
    this.operation = operation;
    this.method = method;
    this.path = path;
    this.bodies = bodies;
    this.handler = handler;
    for (Way way : Way.values()) {
      calls.put(way, new LongAdder());
    }
  }

  /**
   * Creates an endpoint with the method POST.
   *
   * @param operation its {@code operationId} in OpenAPI
   * @param path path below the root of the application, with a leading slash; {@code {flow}} stands
   *     for the name of a flow
   * @param bodies reads bodies within limits
   */
  public static Endpoint post(
      String operation, String path, Bodies bodies, EndpointHandler handler) {
    return new Endpoint(operation, "POST", path, bodies, handler);
  }

  /**
   * Answers the call.
   *
   * @throws ProblemException if the call is refused at once
   */
  public CompletionStage<Reply> answer(EndpointCall call) {
    calls.get(call.way()).increment();
    return handler.answer(call, bodies);
  }

  public String operation() {
    return operation;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  /** How many calls arrived that way since the start. */
  public long calls(Way way) {
    return calls.get(way).sum();
  }
}
