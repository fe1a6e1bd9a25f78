// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.Saga;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.List;

/**
 * Some sagas of a listing, and whether there are more behind them.
 *
 * @param partial flows that the listing is about and whose store cannot tell now which sagas it
 *     has: the page has only those that this server has started or moved, as it last knew them, or
 *     none
 */
public record SagaPage(List<Saga> sagas, boolean hasMore, List<FlowName> partial) {

  /** A page that leaves no saga out. */
  public SagaPage(List<Saga> sagas, boolean hasMore) {
    this(sagas, hasMore, List.of());
  }
}
