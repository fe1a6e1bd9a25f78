// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

/** Makes conversations. */
interface Script {

  /**
   * @param number which one of its run it is, from 0
   */
  Conversation begin(long number);
}
