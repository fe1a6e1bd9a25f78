// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

/** Counts messages of a broker by outcome. Thread-safe. */
public interface MessageCounter {

  /** The outcome of a message. */
  enum Fate {
    /** All that it asks for is done. */
    ROUTED("routed"),
    /** It waits in quarantine until an operator retries or discards it. */
    QUARANTINED("parked"),
    /** Nobody can read it. */
    SKIPPED("skipped");

    private final String tag;

    Fate(String tag) {
      this.tag = tag;
    }

    /** How the metric names it, which dashboards depend on. */
    public String tag() {
      return tag;
    }
  }

  void count(String topic, Fate fate);
}
