// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

/** Counts messages of a broker by outcome. Thread-safe. */
public interface MessageCounter {

  /** The outcome of a message. */
  enum Fate {
    /** It was handled. */
    ROUTED,
    /** It is in the quarantine. */
    PARKED,
    /** It cannot be read. */
    SKIPPED
  }

  void count(String topic, Fate fate);
}
