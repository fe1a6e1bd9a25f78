// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.time.Duration;

/**
 * Divides the time limit of one send, so that no record is sent after the send has failed: another
 * node may have sent it again by then.
 *
 * @param whole time limit for one send
 */
record SendBudget(Duration whole) {

  /** For waiting in the queue of the sender's thread. */
  Duration queue() {
    return whole.dividedBy(5);
  }

  /** For the producer to fetch metadata. */
  Duration metadata() {
    return whole.dividedBy(5);
  }

  /** For one request to the broker; a lost request may be repeated. */
  Duration request() {
    return whole.multipliedBy(3).dividedBy(10);
  }

  /** From passing the record to the producer until all replicas have it, including retries. */
  Duration delivery() {
    return whole.multipliedBy(3).dividedBy(5);
  }
}
