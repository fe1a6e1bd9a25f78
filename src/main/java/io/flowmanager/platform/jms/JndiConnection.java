// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.transaction.UserTransaction;
import java.util.Optional;

/** Opens a connection of the server's pool for each transaction. */
record JndiConnection(String name, ConnectionFactory factory, UserTransaction transaction)
    implements BrokerConnection {

  @Override
  public BrokerSession open(Optional<InputDestination> destination) {
    return new JndiSession(name, factory, transaction, destination);
  }

  /** Does nothing: the connections belong to the server. */
  @Override
  public void close() {}
}
