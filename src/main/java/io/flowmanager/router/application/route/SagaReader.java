// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.RoutingException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where the sagas of a flow are read. Thread-safe; nothing is cached between two reads. */
public interface SagaReader {

  /**
   * The saga as it was last stored, if there is one.
   *
   * @return completes exceptionally with a {@link RoutingException} when nobody can tell
   */
  CompletionStage<Optional<RoutedSaga>> find(String id);
}
