// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.transaction.UserTransaction;
import java.util.Optional;

/** What is needed to open a connection of the server's pool for each transaction. */
record JndiConnection(String name, ConnectionFactory factory, UserTransaction transaction)
    implements BrokerConnection {

  @Override
  public BrokerSession open(Optional<InputDestination> destination) {
    return new JndiSession(name, factory, transaction, destination);
  }

  /** The connections are the server's. */
  @Override
  public void close() {}
}
