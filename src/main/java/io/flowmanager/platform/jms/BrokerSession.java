// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;

/**
 * A session of one thread. What is received and sent between {@link #begin} and {@link #commit}
 * takes effect atomically.
 */
public interface BrokerSession extends AutoCloseable {

  /** Begins a transaction; it must be ended by {@link #commit} or {@link #rollback}. */
  Exchange begin() throws JMSException;

  /**
   * @throws JMSException if it is unknown whether the commit took effect; {@link #rollback} must
   *     follow
   */
  void commit() throws JMSException;

  /** Returns received messages to the broker and discards sent ones. */
  void rollback() throws JMSException;

  @Override
  void close();
}
