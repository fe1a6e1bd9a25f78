// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;

/**
 * One thread's way to a broker. What is received and sent between {@link #begin} and {@link
 * #commit} happens as a whole or not at all.
 */
public interface BrokerSession extends AutoCloseable {

  /** Begins a transaction; every one is ended by {@link #commit} or {@link #rollback}. */
  Exchange begin() throws JMSException;

  /**
   * @throws JMSException when it is not known to have happened; {@link #rollback} has to follow
   */
  void commit() throws JMSException;

  /** Gives back what was received and forgets what was sent. */
  void rollback() throws JMSException;

  @Override
  void close();
}
