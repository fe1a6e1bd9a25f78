// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.flyway.saga.adapter.script;

import org.flywaydb.core.Flyway;

/** Knows org.flywaydb, which is fenced off from scripts. */
public final class MigratingScript {

  void run(Flyway flyway) {
    flyway.validate();
  }
}
