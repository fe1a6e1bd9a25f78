// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

/**
 * A call was not done, or only in part.
 *
 * <p>The message is a sentence for the caller. It may name upstreams, and contains no secret.
 */
public final class RoutingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public RoutingException(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** Says what the caller can do about the failure. */
  public enum Kind {
    /** The payload is invalid for this call. */
    INVALID_PAYLOAD(false),
    /** No rule matches the main saga's metadata. */
    NO_RULE(false),
    /** The main saga does not exist. */
    UNKNOWN_SAGA(false),
    /** No call with that key exists. */
    UNKNOWN_CALL(false),
    /** No message with that id is quarantined. */
    UNKNOWN_MESSAGE(false),
    /** The main saga does not name a sub saga yet. */
    NO_SUB_SAGA(false),
    /** An upstream refused the call, and will refuse a repeat. */
    UPSTREAM_REFUSED(false),
    /** An upstream answered with an error, or with an unreadable body. */
    UPSTREAM_FAILED(true),
    /** An upstream was unreachable, or did not answer in time. */
    NO_ANSWER(true),
    /** This server is overloaded. */
    BUSY(true),
    /** The router's own database is unavailable. */
    STORE_UNAVAILABLE(true);

    private final boolean mayPass;

    Kind(boolean mayPass) {
      this.mayPass = mayPass;
    }

    /** Whether the same call may succeed later, without any correction. */
    public boolean mayPass() {
      return mayPass;
    }
  }

  public Kind kind() {
    return kind;
  }
}
