// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ports for servers that go down and come back: outside of the range that systems pick for outgoing
 * connections, so that none of those takes the port in between. Each is given away once.
 */
public final class FreePort {

  private static final int FIRST = 12_000;
  private static final int COUNT = 8_000;
  private static final int TRIES = 100;
  private static final Random RANDOM = new Random();
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private FreePort() {}

  public static int any() {
    return RANDOM
        .ints(TRIES, FIRST, FIRST + COUNT)
        .filter(port -> GIVEN.add(port) && isFree(port))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No port is free"));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
