// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

import java.time.Duration;
import java.util.List;

/**
 * What keeps work with MariaDB from waiting without a limit, or for rows that it does not touch.
 */
final class MariaDbOptions {

  private static final int CONNECT_MILLIS = 3_000;

  private MariaDbOptions() {}

  /**
   * Options of the driver. A connection is made within three seconds; an answer comes within the
   * limit, or the connection is given up. Without local files a batch is one round trip.
   */
  static List<String> of(Duration limit) {
    return List.of(
        "transactionIsolation=READ-COMMITTED",
        "allowLocalInfile=false",
        "tcpKeepAlive=true",
        "connectTimeout=" + CONNECT_MILLIS,
        "socketTimeout=" + limit.toMillis());
  }

  /**
   * What a new session is told: a wait for a lock, and a statement, end before the driver gives the
   * connection up, so that what became of them is known. Waits for locks are whole seconds.
   */
  static String newSession(Duration limit) {
    return "set session innodb_lock_wait_timeout = "
        + limit.toSeconds() / 2
        + ", session max_statement_time = "
        + limit.multipliedBy(4).dividedBy(5).toMillis() / 1000.0;
  }
}
