// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application;

import io.flowmanager.router.application.RoutingException.Kind;
import java.util.concurrent.CompletionException;

/** What a failed step means. */
final class Failures {

  private Failures() {}

  /** The failure in our words; one that nobody foresaw may pass. */
  static RoutingException routing(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof RoutingException routing
        ? routing
        : new RoutingException(Kind.UPSTREAM_FAILED, "A step failed unforeseen: " + cause + ".");
  }
}
