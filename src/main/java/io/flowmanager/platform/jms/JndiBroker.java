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
 * A broker that is configured in the server, found by the JNDI name of its connection factory. Work
 * takes part in transactions of the server, together with other resources. To be used on managed
 * threads of the server only.
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

  /** Never reports a loss: the server pools the connections, and each transaction takes one. */
  @Override
  public BrokerConnection connect(Runnable lost) throws JMSException {
    ConnectionFactory factory = find(name, ConnectionFactory.class);
    UserTransaction transaction = find(TRANSACTION, UserTransaction.class);
    check(factory, transaction);
    return new JndiConnection(name, factory, transaction);
  }

  /**
   * A session with local transactions would not include its messages in the server's transaction.
   */
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
      throw BrokerFailure.of("there is no object with the JNDI name " + name, e);
    }
    throw new BrokerFailureException(
        "the object with the JNDI name " + name + " is not a " + type.getName());
  }
}
