// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a client and a server of this machine, and can become a black hole: whatever comes
 * in is swallowed, and nobody is told. Connections that were swallowed stay so for good; those that
 * are made afterwards are passed on again.
 */
public final class TcpProxy implements AutoCloseable {

  private final int target;
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
  private volatile boolean isSilent;

  /** Two ends of a connection. */
  private static final class Passage {

    private final Socket client;
    private final Socket server;
    private volatile boolean isSwallowed;

    Passage(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    /** Until one end closes, which closes the other one unless nobody is to hear of it. */
    void pass(Socket from, Socket to) {
      byte[] buffer = new byte[8192];
      try {
        InputStream input = from.getInputStream();
        OutputStream output = to.getOutputStream();
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
          if (!isSwallowed) {
            output.write(buffer, 0, count);
          }
        }
      } catch (IOException broken) {
        // Both ends are closed below.
      }
      if (!isSwallowed) {
        close();
      }
    }

    void close() {
      for (Socket end : new Socket[] {client, server}) {
        try {
          end.close();
        } catch (IOException fault) {
          throw new UncheckedIOException(fault);
        }
      }
    }
  }

  private TcpProxy(int target, ServerSocket listener) {
    this.target = target;
    this.listener = listener;
  }

  /** Passes on to that port. */
  public static TcpProxy to(int target) {
    try {
      var listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
      var proxy = new TcpProxy(target, listener);
      proxy.threads.execute(proxy::accept);
      return proxy;
    } catch (IOException fault) {
      throw new UncheckedIOException("The proxy cannot listen", fault);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** From now on nobody gets an answer, and nobody is told. */
  public void fallSilent() {
    isSilent = true;
    passages.forEach(passage -> passage.isSwallowed = true);
  }

  /** New connections are passed on again. */
  public void speakAgain() {
    isSilent = false;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        passOn(listener.accept());
      } catch (IOException closed) {
        // Asked at the loop's head.
      }
    }
  }

  /** A server that is not there refuses its clients through the proxy as well. */
  private void passOn(Socket client) throws IOException {
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException refused) {
      client.close();
      return;
    }
    var passage = new Passage(client, server);
    passage.isSwallowed = isSilent;
    passages.add(passage);
    threads.execute(() -> passage.pass(passage.client, passage.server));
    threads.execute(() -> passage.pass(passage.server, passage.client));
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    passages.forEach(Passage::close);
    threads.shutdownNow();
  }
}
