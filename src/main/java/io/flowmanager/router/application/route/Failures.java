// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import io.flowmanager.router.application.call.RoutingException;
import io.flowmanager.router.application.call.RoutingException.Kind;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;

/** Translates failures of steps. */
public final class Failures {

  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  /** The failure as a {@link RoutingException}. An unexpected one is treated as temporary. */
  public static RoutingException routing(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof RoutingException routing) {
      return routing;
    }
    LOG.log(Level.ERROR, "A step failed unexpectedly", cause);
    return new RoutingException(
        Kind.UPSTREAM_FAILED, "A step failed unexpectedly. The router's log has the details.");
  }
}
