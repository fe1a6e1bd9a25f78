// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import java.util.Locale;

/** Why a message was not applied (contract, "communicationProtocols", kafka). */
public enum SkipReason {
  /** It has no key, so it names no saga. */
  NO_KEY,
  /** It has no value. */
  TOMBSTONE,
  /** Its value is not JSON of the required form. */
  MALFORMED,
  /** The flow has no saga with that id. */
  UNKNOWN_SAGA,
  /**
   * The saga refuses it, because of a payload schema, a merge hook or {@code
   * throwOnUnexpectedEvents}.
   */
  REFUSED,
  /** Processing failed repeatedly, although the store was available. */
  FAILED;

  /** The value in metrics and headers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
