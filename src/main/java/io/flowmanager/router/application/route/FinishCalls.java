// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.log.LogText;
import io.flowmanager.router.application.call.CallJournal;
import io.flowmanager.router.application.call.RoutedCall;
import io.flowmanager.router.application.call.RoutingException;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionStage;

/** Finishes {@code /saga} calls that were interrupted, on this node or another one. */
@SingletonBean
public final class FinishCalls {

  private static final Logger LOG = System.getLogger(FinishCalls.class.getName());

  private final RouteSaga routeSaga;
  private final CallJournal journal;

  @Inject
  public FinishCalls(RouteSaga routeSaga, CallJournal journal) {
    this.routeSaga = routeSaga;
    this.journal = journal;
  }

  /** Starts to finish all calls that are due, and waits for none. To be called periodically. */
  public CompletionStage<Void> poll() {
    return journal
        .claim()
        .handle(
            (due, failure) -> {
              if (failure != null) {
                LOG.log(Level.DEBUG, "Due calls could not be read: {0}", failure.getMessage());
              } else {
                due.forEach(this::finish);
              }
              return null;
            });
  }

  private void finish(RoutedCall call) {
    routeSaga
        .finish(call)
        .whenComplete(
            (started, failure) -> {
              if (failure == null) {
                LOG.log(
                    Level.INFO,
                    "The call {0} is finished: main saga {1}, sub saga {2}.",
                    call.key(),
                    started.mainSaga(),
                    started.subSaga());
              } else {
                report(call, Failures.routing(failure));
              }
            });
  }

  private static void report(RoutedCall call, RoutingException failure) {
    boolean needsSomebody = !failure.kind().mayPass();
    LOG.log(
        needsSomebody ? Level.ERROR : Level.WARNING,
        "The call {0} is not finished yet: {1}",
        call.key(),
        LogText.of(failure.getMessage()));
  }
}
