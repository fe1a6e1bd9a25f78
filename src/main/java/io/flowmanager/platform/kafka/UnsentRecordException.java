// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

/**
 * A record was not acknowledged, so its topic may lack it. The message names the topic and the
 * reason, without secrets.
 */
public final class UnsentRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What has to change before the record can be sent. */
  public enum Fault {
    /** The record is too large for the producer or the topic. */
    TOO_LARGE,
    /** The record was refused; others may be accepted. */
    REFUSED,
    /** The cluster, the topic or the login, not the record. */
    ELSEWHERE
  }

  private final Fault fault;

  UnsentRecordException(Fault fault, String message) {
    super(message, null, false, false);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
