// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What keeps work with PostgreSQL from waiting without a limit, or at a node that only reads. */
final class PostgresOptions {

  private static final int CONNECT_SECONDS = 3;

  private PostgresOptions() {}

  /**
   * Options of the driver. A connection is made, log-in included, within three seconds for each
   * host; an answer comes within the limit, or the connection is given up. Of several hosts the one
   * that can be written to is looked for.
   */
  static List<String> of(String url, Duration limit) {
    long hosts = hosts(url);
    List<String> options = new ArrayList<>();
    options.add("reWriteBatchedInserts=true");
    options.add("tcpKeepAlive=true");
    options.add("connectTimeout=" + CONNECT_SECONDS);
    options.add("loginTimeout=" + CONNECT_SECONDS * hosts);
    options.add("socketTimeout=" + limit.toSeconds());
    if (hosts > 1) {
      options.add("targetServerType=primary");
      options.add("hostRecheckSeconds=1");
    }
    return options;
  }

  private static long hosts(String url) {
    String authority =
        url.substring(DatabaseEngine.POSTGRESQL.urlPrefix().length()).split("[/?]", 2)[0];
    return 1 + authority.chars().filter(character -> character == ',').count();
  }

  /**
   * What a new session is told: a wait for a lock, and a statement, end before the driver gives the
   * connection up, so that what became of them is known. Nothing where the URL says that sessions
   * are shared with others: they would be told as well.
   */
  static String newSession(String url, Duration limit) {
    return url.contains("prepareThreshold=0")
        ? ""
        : "set lock_timeout = "
            + limit.toMillis() / 2
            + "; set statement_timeout = "
            + limit.toMillis() * 4 / 5;
  }
}
