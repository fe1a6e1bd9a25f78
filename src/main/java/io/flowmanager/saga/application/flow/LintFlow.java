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
 * Judges flow files that are not hosted. That takes processor time: hooks and schemas are made
 * ready as for a start. So it runs on threads of its own, bounded in number.
 */
public final class LintFlow {

  private final Function<JsonDocument, LintReport> judge;
  private final Executor threads;

  /**
   * @param judge says all that there is to say of a document
   * @param threads may refuse a task with {@link java.util.concurrent.RejectedExecutionException},
   *     which callers of this class then get
   */
  public LintFlow(Function<JsonDocument, LintReport> judge, Executor threads) {
    this.judge = judge;
    this.threads = threads;
  }

  /** What the linter says of the document, which may be any JSON value. */
  public CompletionStage<LintReport> handle(JsonDocument document) {
    return CompletableFuture.supplyAsync(() -> judge.apply(document), threads);
  }
}
