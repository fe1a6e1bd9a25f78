// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.Broker;
import io.flowmanager.platform.jms.BrokerConnection;
import io.flowmanager.platform.jms.BrokerSession;
import io.flowmanager.platform.jms.Exchange;
import io.flowmanager.platform.jms.InputDestination;
import jakarta.jms.JMSException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A broker whose connection is cut before a commit, so many times: for it that is the same as a
 * process that died between receive and commit.
 */
record CutBroker(Broker broker, AtomicInteger cuts) implements Broker {

  @Override
  public String address() {
    return broker.address();
  }

  @Override
  public BrokerConnection connect(Runnable lost) throws JMSException {
    return new Connection(broker.connect(lost), cuts);
  }

  private record Connection(BrokerConnection open, AtomicInteger cuts) implements BrokerConnection {

    @Override
    public BrokerSession open(Optional<InputDestination> destination) throws JMSException {
      return new Session(this, open.open(destination));
    }

    @Override
    public void close() {
      open.close();
    }
  }

  private record Session(Connection connection, BrokerSession open) implements BrokerSession {

    @Override
    public Exchange begin() throws JMSException {
      return open.begin();
    }

    @Override
    public void commit() throws JMSException {
      if (connection.cuts().getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        connection.close();
      }
      open.commit();
    }

    @Override
    public void rollback() throws JMSException {
      open.rollback();
    }

    @Override
    public void close() {
      open.close();
    }
  }
}
