// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import java.util.concurrent.ThreadFactory;

/** Threads that never keep a test run from ending. */
public final class DaemonThreads implements ThreadFactory {

  @Override
  public Thread newThread(Runnable work) {
    var thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }
}
