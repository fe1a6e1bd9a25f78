// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A database that is opened once for a contract of retention, and emptied before each test. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RetentionOnDatabase {

  private JpaStore store;
  private RetentionFixture fixture;

  abstract JpaStore open();

  @BeforeAll
  void openStore() {
    store = open();
  }

  @AfterAll
  void closeStore() {
    store.close();
  }

  @BeforeEach
  void forgetAll() {
    store.clear();
    fixture = new RetentionFixture(store);
    fixture.execute("update retention_lease set holder = '', expires_at = 0");
  }

  final JpaStore store() {
    return store;
  }

  final RetentionFixture fixture() {
    return fixture;
  }
}
