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

  private final HttpOperation operation;
  private final Bodies bodies;
  private final EndpointHandler handler;
  private final Map<Way, LongAdder> calls = new EnumMap<>(Way.class);

  private Endpoint(HttpOperation operation, Bodies bodies, EndpointHandler handler) {
    this.operation = operation;
    this.bodies = bodies;
    this.handler = handler;
    for (Way way : Way.values()) {
      calls.put(way, new LongAdder());
    }
  }

  /**
   * Creates an endpoint with the method POST.
   *
   * @param operation its name
   * @param path as in {@link HttpOperation}
   * @param bodies the limits of a body
   */
  public static Endpoint post(
      String operation, String path, Bodies bodies, EndpointHandler handler) {
    return new Endpoint(HttpOperation.post(operation, path), bodies, handler);
  }

  /** The same operation with another method, as an operation of its own. */
  public Endpoint as(String otherOperation, String otherMethod) {
    var other = new HttpOperation(otherOperation, otherMethod, operation.path());
    return new Endpoint(other, bodies, handler);
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

  public HttpOperation operation() {
    return operation;
  }

  /** How many calls came that way since the start. */
  public long calls(Way way) {
    return calls.get(way).sum();
  }
}
