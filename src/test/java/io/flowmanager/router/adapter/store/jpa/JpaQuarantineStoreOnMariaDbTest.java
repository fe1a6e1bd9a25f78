// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.testing.server.MariaDbServer;

class JpaQuarantineStoreOnMariaDbTest extends JpaQuarantineContract {

  JpaQuarantineStoreOnMariaDbTest() {
    super(JpaTables.on(MariaDbServer.freshDatabase(MariaDbServer.OPTIONS), "sql/mariadb"));
  }
}
