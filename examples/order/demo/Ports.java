// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.io.IOException;
import java.net.ServerSocket;
import order.participants.Participants;

/** Looks whether the ports of the demo are free, so that its parts do not fail one by one later. */
final class Ports {

  private Ports() {}

  static void requireFree(int server) throws DemoFault {
    if (isTaken(server)) {
      throw new DemoFault(
          "Port %d is taken. Stop what listens there, or choose another port: ./mvnw -Pdemo -Ddemo.port=%d"
              .formatted(server, server + 1));
    }
    for (int port : Participants.ports()) {
      if (isTaken(port)) {
        throw new DemoFault(
            "Port %d is taken, and the flow in examples/order/order.json sends commands there. Stop what listens there."
                .formatted(port));
      }
    }
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return !socket.isBound();
    } catch (IOException taken) {
      return true;
    }
  }
}
