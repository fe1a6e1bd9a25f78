// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

/**
 * Why a call was not, or not wholly, done.
 *
 * <p>The message is a sentence for the caller. It names upstreams, and never a secret of theirs.
 */
public final class RoutingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public RoutingException(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** What a caller can do about it depends on this. */
  public enum Kind {
    /** The payload is not what the call needs. */
    INVALID_PAYLOAD(false),
    /** No rule takes the main saga's metadata. */
    NO_RULE(false),
    /** There is no such main saga. */
    UNKNOWN_SAGA(false),
    /** There is no call of that key. */
    UNKNOWN_CALL(false),
    /** No message of that id is quarantined. */
    UNKNOWN_MESSAGE(false),
    /** The main saga does not name a sub saga, or not yet. */
    NO_SUB_SAGA(false),
    /** An upstream refused the call, and will do so again. */
    UPSTREAM_REFUSED(false),
    /** An upstream answered with an error, or with what nobody can read. */
    UPSTREAM_FAILED(true),
    /** An upstream did not answer, or could not be reached. */
    NO_ANSWER(true),
    /** This server has too much to do. */
    BUSY(true),
    /** Our own store does not answer. */
    STORE_UNAVAILABLE(true);

    private final boolean mayPass;

    Kind(boolean mayPass) {
      this.mayPass = mayPass;
    }

    /** Whether the same call may succeed later, without anybody mending anything. */
    public boolean mayPass() {
      return mayPass;
    }
  }

  public Kind kind() {
    return kind;
  }
}
