// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import java.util.Arrays;

/**
 * The server's deployment of this application.
 *
 * <p>The last thing that Payara's servlet container does in it is to close the libraries of the WAR
 * ({@code StandardContext.start}). A class that another thread is loading just then fails, for as
 * long as the server runs. So what has threads that load classes waits until the deployment is
 * over. Other servers close nothing; there it is over at once.
 */
final class Deployment {

  private static final String CONTAINER = "org.apache.catalina.";

  private final Thread thread;

  private Deployment(Thread thread) {
    this.thread = thread;
  }

  /** To be asked for on the thread that deploys. */
  static Deployment ofThisThread() {
    return new Deployment(Thread.currentThread());
  }

  /** Whether the servlet container has done with starting this application. */
  boolean isOver() {
    return Arrays.stream(thread.getStackTrace())
        .noneMatch(frame -> frame.getClassName().startsWith(CONTAINER));
  }
}
