// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.time.Duration;

/**
 * How the time of one send is shared out, so that nothing leaves after the send has been given up:
 * another node may have sent it again by then.
 *
 * @param whole bound for one send
 */
record SendBudget(Duration whole) {

  /** For waiting until the sender's thread takes the record. */
  Duration queue() {
    return whole.dividedBy(5);
  }

  /** For the producer to learn where the partitions are. */
  Duration metadata() {
    return whole.dividedBy(5);
  }

  /** For one request to the broker; a lost one may be repeated. */
  Duration request() {
    return whole.multipliedBy(3).dividedBy(10);
  }

  /** From the moment the producer has the record until all replicas have it, repeats included. */
  Duration delivery() {
    return whole.multipliedBy(3).dividedBy(5);
  }
}
