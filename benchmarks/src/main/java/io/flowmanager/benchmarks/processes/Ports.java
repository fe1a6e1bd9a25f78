// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.processes;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports of this machine that nobody uses. */
public final class Ports {

  private Ports() {}

  public static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
