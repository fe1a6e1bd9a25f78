// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.CallKey;
import io.flowmanager.router.application.call.NewSagaOrder;
import io.flowmanager.router.application.call.RoutingException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A flow, wherever it is played, that takes new sagas and events.
 *
 * <p>Both calls return at once and complete on any thread. They complete exceptionally with a
 * {@link RoutingException}: {@link RoutingException.Kind#UPSTREAM_REFUSED} when the same call would
 * be refused again, another kind when it may pass later; then it is unknown whether it had an
 * effect.
 */
public interface SagaTarget {

  /**
   * What a flow says of an event that it has taken, as far as it says anything.
   *
   * @param outcome whether the event moved the saga
   * @param currentState where the saga stands now
   */
  record Taken(Optional<String> outcome, Optional<String> currentState) {}

  /**
   * Starts a saga.
   *
   * @param key a flow that knows such keys starts one saga for all calls with the same one; one
   *     that does not starts a saga each time
   * @return the saga's id, once the saga is stored
   */
  CompletionStage<String> start(NewSagaOrder order, CallKey key);

  /**
   * Tells a saga of an event. That the saga does not wait for it is no failure.
   *
   * @param key counts within the saga, as above
   */
  CompletionStage<Taken> send(RoutedEvent event, CallKey key);
}
