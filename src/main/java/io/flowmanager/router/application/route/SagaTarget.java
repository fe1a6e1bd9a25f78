// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutingException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A flow, in this server or elsewhere, that accepts new sagas and events.
 *
 * <p>Both methods return at once; their stages complete on any thread. They complete exceptionally
 * with a {@link RoutingException}. {@link RoutingException.Kind#UPSTREAM_REFUSED} means that the
 * same call would be refused again. With any other kind, a repeat may succeed, and it is unknown
 * whether the call had an effect.
 */
public interface SagaTarget {

  /**
   * The answer of a flow to an event that it has accepted. Parts that the flow does not report are
   * empty.
   *
   * @param outcome whether the event moved the saga
   * @param currentState state of the saga after the event
   */
  record Taken(Optional<String> outcome, Optional<String> currentState) {}

  /**
   * Starts a saga.
   *
   * @param key a flow that supports idempotency keys starts one saga for all calls with the same
   *     key; another flow starts a saga for each call
   * @return the saga's id, once the saga is stored
   */
  CompletionStage<String> start(NewSagaOrder order, CallKey key);

  /**
   * Sends an event to a saga. It is not a failure if the saga does not expect the event.
   *
   * @param key idempotency key, unique within the saga; as for {@link #start}
   */
  CompletionStage<Taken> send(RoutedEvent event, CallKey key);
}
