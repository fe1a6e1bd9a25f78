// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * A broker that the server knows by the JNDI name of a connection factory. Work happens in
 * transactions of the server, together with whatever else takes part in them. To be used on threads
 * that the server has made for the application.
 */
public final class JndiBroker implements Broker {

  private static final String TRANSACTION = "java:comp/UserTransaction";

  private final String name;

  public JndiBroker(String name) {
    this.name = name;
  }

  @Override
  public String address() {
    return name;
  }

  /**
   * Never tells of a loss: the server keeps the connections, and each transaction has a new one.
   */
  @Override
  public BrokerConnection connect(Runnable lost) throws JMSException {
    ConnectionFactory factory = find(name, ConnectionFactory.class);
    UserTransaction transaction = find(TRANSACTION, UserTransaction.class);
    check(factory, transaction);
    return new JndiConnection(name, factory, transaction);
  }

  /** A session that can be committed by itself would leave its messages out of the transaction. */
  private void check(ConnectionFactory factory, UserTransaction transaction) throws JMSException {
    var session = new JndiSession(name, factory, transaction, Optional.empty());
    session.begin();
    try {
      if (session.takesPart()) {
        return;
      }
    } finally {
      session.rollback();
    }
    throw new BrokerFailureException(
        name
            + " takes no part in the server's transactions; name a pooled XA factory of the server,"
            + " such as java:/JmsXA on WildFly");
  }

  static <T> T find(String name, Class<T> type) throws JMSException {
    try {
      Object found = new InitialContext().lookup(name);
      if (type.isInstance(found)) {
        return type.cast(found);
      }
    } catch (NamingException e) {
      throw BrokerFailure.of("nothing is found under the JNDI name " + name, e);
    }
    throw new BrokerFailureException(
        "what is found under the JNDI name " + name + " is no " + type.getName());
  }
}
