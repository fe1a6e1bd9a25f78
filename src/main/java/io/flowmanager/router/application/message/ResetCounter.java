// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

/** Counts positions that a topic did not have any more. Safe for use by many threads. */
public interface ResetCounter {

  /**
   * @param reason one word: what has become of the topic
   */
  void count(String topic, String reason);
}
