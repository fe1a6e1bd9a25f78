// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

/** Counts positions that no longer existed in their topic and were replaced. Thread-safe. */
public interface ResetCounter {

  /**
   * @param reason one word: what happened to the topic
   */
  void count(String topic, String reason);
}
