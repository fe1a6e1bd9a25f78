// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.util.List;
import order.jms.JmsParticipants;
import order.jms.OrderBroker;

/** Starts the order flow over a JMS broker. */
public final class JmsDemo {

  private JmsDemo() {}

  public static void main(String[] line) throws InterruptedException {
    Demo.main(
        line,
        settings ->
            new BrokerLaunch(
                settings,
                "jms",
                OrderBroker.class,
                List.of(OrderBroker.PORT),
                JmsParticipants.class));
  }
}
