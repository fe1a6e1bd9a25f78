// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.saga.domain.Decision;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.StateMachine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What an event means for a saga with a kilobyte of metadata. */
@State(Scope.Benchmark)
public class DecideBenchmark {

  private final StateMachine order = Machines.of(Machines.order());
  private final StateMachine ring = Machines.of(Machines.ring(200));
  private final Saga inOrder = Sagas.in("orderCreated", Metadata.ofKilobytes(1), 1);
  private final Saga inRing = Sagas.in("state117", Metadata.ofKilobytes(1), 1);
  private final Event paid = Sagas.event("paymentExecuted", Metadata.payload());
  private final Event go = Sagas.event("go1", Metadata.payload());

  /** The flow of examples/order. */
  @Benchmark
  public Decision order() {
    return order.decide(inOrder, paid, Sagas.NOW);
  }

  /** A flow of 200 states. */
  @Benchmark
  public Decision states200() {
    return ring.decide(inRing, go, Sagas.NOW);
  }

  /** An event that the state does not wait for. */
  @Benchmark
  public Decision ignored() {
    return order.decide(inOrder, go, Sagas.NOW);
  }
}
