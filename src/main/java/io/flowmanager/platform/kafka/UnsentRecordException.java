// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

/** A topic may not have a record; the message says which and why, without secrets. */
public final class UnsentRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What has to change before the record can be sent. */
  public enum Fault {
    /** The record, or the limits of producer or topic: it is too large. */
    TOO_LARGE,
    /** The record, or the topic's settings: others may be taken. */
    REFUSED,
    /** Not the record: cluster, topic or login. */
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
