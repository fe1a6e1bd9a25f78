// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import io.flowmanager.saga.application.store.CommitInDoubtException;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import java.util.List;
import java.util.function.Consumer;

/** Carries out the requests of a batch. */
public interface BatchProcessor {

  /**
   * Handles a batch, in one or several parts. When it throws, nothing has happened of what it has
   * not told as committed, unless the exception says otherwise.
   *
   * @param batch in order of arrival; events of one saga are handled one after the other
   * @param committed gets each part when it is durable, and keeps its requests in their order
   * @throws StoreUnavailableException when the store could not do it; what is left may be tried
   *     again
   * @throws CommitInDoubtException when it is not known what has happened of what is left
   */
  void handle(List<EngineRequest> batch, Consumer<BatchResult> committed);
}
