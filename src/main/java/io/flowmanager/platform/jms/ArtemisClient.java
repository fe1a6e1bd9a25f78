// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A client for one connection, and the threads that belong to it. */
record ArtemisClient(ActiveMQConnectionFactory factory, ArtemisThreads threads)
    implements AutoCloseable {

  ArtemisClient {
    threads.serve(factory.getServerLocator());
  }

  Connection connect(Credentials who) throws JMSException {
    return factory.createConnection(who.username().orElse(null), who.password().orElse(null));
  }

  @Override
  public void close() {
    factory.close();
    threads.close();
  }
}
