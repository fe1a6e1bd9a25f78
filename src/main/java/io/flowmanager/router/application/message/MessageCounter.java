// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

/** Counts messages of a broker by what has become of them. Safe for use by many threads. */
public interface MessageCounter {

  /** What has become of a message. */
  enum Fate {
    /** All that it asks for is done. */
    ROUTED,
    /** It waits in the store until somebody cares for it. */
    PARKED,
    /** Nobody can read it. */
    SKIPPED
  }

  void count(String topic, Fate fate);
}
