// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.RoutingException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Reads the sagas of a flow. Thread-safe; nothing is cached between two reads. */
public interface SagaReader {

  /**
   * The saga as it was last stored; empty if it does not exist.
   *
   * @return completes exceptionally with a {@link RoutingException} if the saga cannot be read
   */
  CompletionStage<Optional<RoutedSaga>> find(String id);
}
