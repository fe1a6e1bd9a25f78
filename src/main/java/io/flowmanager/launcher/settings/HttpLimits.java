// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.settings;

import java.time.Duration;

/**
 * What the HTTP listener allows its callers.
 *
 * @param maxConnections connections that are open at once
 * @param requestTimeout from the first byte of a request to its last one
 * @param maxBodyBytes of one request
 */
public record HttpLimits(int maxConnections, Duration requestTimeout, int maxBodyBytes) {

  private static final int SMALLEST_MAX_CONNECTIONS = 10;
  private static final int LARGEST_MAX_CONNECTIONS = 1_000_000;
  private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);
  private static final int SMALLEST_MAX_BODY = 1;
  private static final int LARGEST_MAX_BODY = 1_000_000_000;

  private static volatile HttpLimits current;

  /** Those of this server, once the launcher has read them. */
  public static HttpLimits current() {
    return current;
  }

  /**
   * @throws UnusableSettingException when a value cannot be used
   */
  public static HttpLimits read(LauncherSettings settings) {
    return new HttpLimits(
        settings.number(
            "flow-manager.http.max-connections", SMALLEST_MAX_CONNECTIONS, LARGEST_MAX_CONNECTIONS),
        settings.duration("flow-manager.http.request-timeout", SHORTEST_TIMEOUT, LONGEST_TIMEOUT),
        settings.number("flow-manager.body.max-bytes", SMALLEST_MAX_BODY, LARGEST_MAX_BODY));
  }

  public void apply() {
    current = this;
  }
}
