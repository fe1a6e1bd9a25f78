// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.demo;

import java.io.IOException;
import java.net.ServerSocket;

/** Looks whether the ports of the demo are free, so that its parts do not fail one by one later. */
final class Ports {

  private Ports() {}

  static void requireFree(int server, Launch launch) throws DemoFault {
    if (isTaken(server)) {
      throw new DemoFault(
          "Port %d is taken. Stop what listens there, or choose another port: ./mvnw -P%s -Ddemo.port=%d"
              .formatted(server, launch.profile(), server + 1));
    }
    for (int port : launch.ports()) {
      if (isTaken(port)) {
        throw new DemoFault(
            "Port %d is taken, and the demo of %s needs it. Stop what listens there."
                .formatted(port, launch.flow()));
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
