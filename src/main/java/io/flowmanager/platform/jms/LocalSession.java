// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Local transactions of the broker, on one session that stays open. */
final class LocalSession implements BrokerSession {

  private static final Logger LOG = System.getLogger(LocalSession.class.getName());

  private final Session session;
  private final Exchange exchange;

  LocalSession(Session session, Optional<InputDestination> destination) throws JMSException {
    this.session = session;
    this.exchange = Exchange.over(session, LocalSession::destination, destination);
  }

  private static jakarta.jms.Destination destination(Session session, Address address)
      throws JMSException {
    return address.kind() == Address.Kind.QUEUE
        ? session.createQueue(address.name())
        : session.createTopic(address.name());
  }

  @Override
  public Exchange begin() {
    return exchange;
  }

  @Override
  public void commit() throws JMSException {
    session.commit();
  }

  @Override
  public void rollback() throws JMSException {
    session.rollback();
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (JMSException e) {
      LOG.log(Level.DEBUG, "A session was lost before it was closed: {0}", e.getErrorCode());
    }
  }
}
