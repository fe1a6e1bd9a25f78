// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.BrokerConnection;
import io.flowmanager.platform.jms.BrokerFailure;
import io.flowmanager.platform.jms.BrokerLink;
import io.flowmanager.platform.jms.BrokerSession;
import io.flowmanager.platform.jms.InputDestination;
import jakarta.jms.JMSException;
import java.util.Optional;

/** One reading session, which is opened again on a new connection when it breaks. */
final class Reader implements Runnable {

  private final InputDestination destination;
  private final BrokerLink link;
  private final ConsumerLoop loop;
  private final StopSign stop;

  Reader(InputDestination destination, BrokerLink link, ConsumerLoop loop, StopSign stop) {
    this.destination = destination;
    this.link = link;
    this.loop = loop;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      Optional<BrokerConnection> connection = link.await();
      while (connection.isPresent() && !stop.isUp()) {
        read(connection.get());
        connection = link.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(BrokerConnection connection) throws InterruptedException {
    try (BrokerSession session = connection.open(Optional.of(destination))) {
      while (!stop.isUp() && link.state().up()) {
        loop.work(session);
      }
    } catch (JMSException | RuntimeException | Error e) {
      link.lost(connection, BrokerFailure.words(e));
    }
  }
}
