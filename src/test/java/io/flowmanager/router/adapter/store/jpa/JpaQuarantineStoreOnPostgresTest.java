// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.testing.server.PostgresServer;

class JpaQuarantineStoreOnPostgresTest extends JpaQuarantineContract {

  JpaQuarantineStoreOnPostgresTest() {
    super(JpaTables.on(PostgresServer.freshDatabase(), "sql/postgresql"));
  }
}
