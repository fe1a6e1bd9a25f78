// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/**
 * The threads of one client. The client's own pools reject work once they are closed, and the
 * notification that a connection has ended often arrives a moment later: the client would log a
 * stack trace for each. These threads drop such work.
 */
final class ArtemisThreads implements AutoCloseable {

  private static final int COUNT = 2;
  private static final long IDLE_SECONDS = 60;

  private final ThreadPoolExecutor work =
      new ThreadPoolExecutor(
          COUNT,
          COUNT,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          daemons("work"),
          new ThreadPoolExecutor.DiscardPolicy());
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, daemons("timer"), new ThreadPoolExecutor.DiscardPolicy());

  ArtemisThreads() {
    work.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      var thread = new Thread(task, "artemis-client-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  void serve(ServerLocator client) {
    client.setThreadPools(work, timer, work);
  }

  /** To be called when the client has been closed. */
  @Override
  public void close() {
    timer.shutdown();
    work.shutdown();
  }
}
