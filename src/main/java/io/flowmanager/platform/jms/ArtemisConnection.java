// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** A connection by URL, and the client that belongs to it. */
final class ArtemisConnection implements BrokerConnection {

  private static final Logger LOG = System.getLogger(ArtemisConnection.class.getName());

  private final ArtemisClient client;
  private final Connection connection;

  ArtemisConnection(ArtemisClient client, Connection connection) {
    this.client = client;
    this.connection = connection;
  }

  @Override
  public BrokerSession open(Optional<InputDestination> destination) throws JMSException {
    Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
    try {
      return new LocalSession(session, destination);
    } catch (JMSException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException e) {
      LOG.log(Level.DEBUG, "A connection was lost before it was closed: {0}", e.getErrorCode());
    } finally {
      client.close();
    }
  }
}
