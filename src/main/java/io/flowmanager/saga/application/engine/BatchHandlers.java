// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import java.util.List;
import java.util.function.Function;

/**
 * The two ways of a batch into the store.
 *
 * @param fromMemory stores what it can without a transaction, as {@link HandleIntakes#fromMemory}
 *     does
 * @param inTransaction handles all of a batch atomically, as {@link HandleIntakes#inTransaction}
 *     does
 */
public record BatchHandlers(
    Function<List<EngineRequest>, BatchResult> fromMemory,
    Function<List<EngineRequest>, BatchResult> inTransaction) {

  private static final BatchResult NOTHING =
      new BatchResult(List.of(), List.of(), List.of(), List.of());

  /** All of a batch goes through a transaction. */
  public static BatchHandlers inTransaction(
      Function<List<EngineRequest>, BatchResult> transaction) {
    return new BatchHandlers(batch -> NOTHING, transaction);
  }
}
