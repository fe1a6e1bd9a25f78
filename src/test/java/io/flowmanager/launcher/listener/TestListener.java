// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.listener;

import io.flowmanager.launcher.ServerPhase;
import io.flowmanager.launcher.settings.HttpLimits;
import io.flowmanager.testing.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** The real listener with our filters and two threads; its application tells what it was asked. */
final class TestListener implements AutoCloseable {

  private final int port = FreePort.any();
  private final HttpServer server = new HttpServer();
  private volatile ServerPhase phase = ServerPhase.RUNNING;

  TestListener(HttpLimits limits) {
    var listener = new NetworkListener("test", "localhost", port);
    listener.registerAddOn(new ListenerAddOn(limits, () -> phase));
    listener
        .getTransport()
        .setWorkerThreadPoolConfig(
            ThreadPoolConfig.defaultConfig().setCorePoolSize(2).setMaxPoolSize(2));
    server.addListener(listener);
    server.getServerConfiguration().addHttpHandler(new Echo(), "/");
    try {
      server.start();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  int port() {
    return port;
  }

  void enter(ServerPhase next) {
    phase = next;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static final class Echo extends HttpHandler {

    /** More than the buffers of a connection take. */
    private static final int LARGE = 20_000_000;

    @Override
    public void service(Request request, Response response) throws Exception {
      if (request.getRequestURI().equals("/page")) {
        response.sendError(404);
        return;
      }
      if (request.getRequestURI().equals("/large")) {
        response.getOutputStream().write(new byte[LARGE]);
        return;
      }
      byte[] body = request.getInputStream().readAllBytes();
      byte[] answer = (request.getMethod() + " " + body.length).getBytes();
      response.setContentLength(answer.length);
      response.getOutputStream().write(answer);
    }
  }
}
