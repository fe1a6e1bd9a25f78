// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.saga.domain.lint.LintReport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Checks flow files that are not hosted. A check compiles hooks and schemas as a start does, which
 * takes processor time. So it runs on a separate executor that limits the number of checks.
 */
public final class LintFlow {

  private final Function<JsonDocument, LintReport> judge;
  private final Executor threads;

  /**
   * @param judge returns all findings for a document
   * @param threads may reject a task with {@link java.util.concurrent.RejectedExecutionException},
   *     which the caller of this class then gets
   */
  public LintFlow(Function<JsonDocument, LintReport> judge, Executor threads) {
    this.judge = judge;
    this.threads = threads;
  }

  /** The findings of the linter for the document, which may be any JSON value. */
  public CompletionStage<LintReport> handle(JsonDocument document) {
    return CompletableFuture.supplyAsync(() -> judge.apply(document), threads);
  }
}
