// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;

/** What a failed step means. */
public final class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  /** The failure in our words; one that nobody foresaw may pass. */
  public static RoutingException routing(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof RoutingException routing) {
      return routing;
    }
    LOG.log(Level.ERROR, "A step failed in a way that nobody foresaw", cause);
    return new RoutingException(
        Kind.UPSTREAM_FAILED, "A step failed in a way that nobody foresaw; the log has it.");
  }
}
