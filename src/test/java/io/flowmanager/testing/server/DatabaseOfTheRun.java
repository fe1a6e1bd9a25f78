// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts PostgreSQL before Arquillian reads {@code arquillian.xml}, which refers to its URL. */
final class DatabaseOfTheRun implements BeforeAllCallback {

  private static final String URL = "test.postgresql.url";

  @Override
  public void beforeAll(ExtensionContext context) {
    boolean wanted = System.getProperty("arquillian.launch", "").endsWith("postgresql");
    if (wanted && System.getProperty(URL) == null) {
      System.setProperty(URL, PostgresServer.freshDatabase().url());
    }
  }
}
