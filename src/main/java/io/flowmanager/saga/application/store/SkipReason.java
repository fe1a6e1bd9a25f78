// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import java.util.Locale;

/** Why a message was not applied (contract, "communicationProtocols", kafka). */
public enum SkipReason {
  /** It names no saga. */
  NO_KEY,
  /** It has no value. */
  TOMBSTONE,
  /** Its value is no such JSON. */
  MALFORMED,
  /** No saga of the flow has that id. */
  UNKNOWN_SAGA,
  /**
   * The saga does not take it: a schema, a merge hook or the flow's strictness stands against it.
   */
  REFUSED,
  /** The engine failed at it again and again, and not for want of the store. */
  FAILED;

  /** The word for it in metrics and headers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
