// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.util.Map;

/** How to reach a database. */
public record TestDatabase(String url, String user, String password) {

  /** The settings that make a server use it. */
  public Map<String, String> settings() {
    return Map.of("DB_URL", url, "DB_USER", user, "DB_PASSWORD", password);
  }
}
