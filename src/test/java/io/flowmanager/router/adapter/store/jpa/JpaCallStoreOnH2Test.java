// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.store.jpa;

import io.flowmanager.router.application.call.CallStoreContract;
import io.flowmanager.testing.router.TestCallStore;
import io.flowmanager.testing.server.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;

class JpaCallStoreOnH2Test extends CallStoreContract {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  @Override
  protected TestCallStore open() {
    String url = "jdbc:h2:mem:calls" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
    return JpaTestCallStore.on(new TestDatabase(url, "sa", "sa"), "sql/h2");
  }
}
