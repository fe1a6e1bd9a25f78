// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Transactions of the server. Each transaction takes a connection of the server's pool at its begin
 * and returns it after its end. If the connection were closed earlier, the broker could assign the
 * reader's message groups to others before the effects of its messages are stored.
 */
final class JndiSession implements BrokerSession {

  private static final Logger LOG = System.getLogger(JndiSession.class.getName());

  private final String name;
  private final ConnectionFactory factory;
  private final UserTransaction transaction;
  private final Optional<InputDestination> destination;
  private Optional<Connection> connection = Optional.empty();
  private Optional<Session> session = Optional.empty();

  JndiSession(
      String name,
      ConnectionFactory factory,
      UserTransaction transaction,
      Optional<InputDestination> destination) {
    this.name = name;
    this.factory = factory;
    this.transaction = transaction;
    this.destination = destination;
  }

  @Override
  public Exchange begin() throws JMSException {
    try {
      transaction.begin();
    } catch (jakarta.transaction.NotSupportedException | SystemException e) {
      throw BrokerFailure.of("the server began no transaction", e);
    }
    try {
      return exchange();
    } catch (JMSException | RuntimeException e) {
      rollback();
      throw new BrokerFailureException(name + " gave no session: " + BrokerFailure.words(e));
    }
  }

  private Exchange exchange() throws JMSException {
    connection = Optional.of(factory.createConnection());
    session = Optional.of(connection.get().createSession(true, Session.SESSION_TRANSACTED));
    Exchange exchange = Exchange.over(session.get(), JndiSession::destination, destination);
    connection.get().start();
    return exchange;
  }

  /**
   * A name that begins with {@code java:} is a JNDI name of the server; any other is a name in the
   * broker.
   */
  private static Destination destination(Session session, Address address) throws JMSException {
    if (address.name().startsWith("java:")) {
      return JndiBroker.find(address.name(), Destination.class);
    }
    return address.kind() == Address.Kind.QUEUE
        ? session.createQueue(address.name())
        : session.createTopic(address.name());
  }

  /** Whether the session takes part in the server's transaction and has no local one. */
  boolean takesPart() {
    try {
      session.orElseThrow().commit();
      return false;
    } catch (JMSException e) {
      LOG.log(Level.DEBUG, "{0} is managed: {1}", name, e.getClass().getSimpleName());
      return true;
    }
  }

  @Override
  public void commit() throws JMSException {
    try {
      transaction.commit();
    } catch (Exception e) {
      throw BrokerFailure.of("the server did not commit", e);
    }
    leave();
  }

  @Override
  public void rollback() throws JMSException {
    try {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (SystemException | RuntimeException e) {
      throw BrokerFailure.of("the server did not roll back", e);
    } finally {
      leave();
    }
  }

  private void leave() {
    connection.ifPresent(JndiSession::close);
    connection = Optional.empty();
    session = Optional.empty();
  }

  private static void close(Connection open) {
    try {
      open.close();
    } catch (JMSException e) {
      LOG.log(Level.DEBUG, "A connection was lost before it was closed: {0}", e.getErrorCode());
    }
  }

  @Override
  public void close() {
    try {
      rollback();
    } catch (JMSException e) {
      LOG.log(Level.WARNING, "{0}: {1}", name, e.getMessage());
    }
  }
}
