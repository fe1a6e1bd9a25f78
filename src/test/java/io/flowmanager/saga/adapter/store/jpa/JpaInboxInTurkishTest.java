// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.InboxContract;
import io.flowmanager.testing.store.TestStore;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Where the capital letter of i is İ, columns are found by their names all the same. */
class JpaInboxInTurkishTest extends InboxContract {

  private static Locale usual;

  @BeforeAll
  static void speakTurkish() {
    usual = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
  }

  @AfterAll
  static void speakAsUsual() {
    Locale.setDefault(usual);
  }

  @Override
  protected TestStore open() {
    return TestStores.h2();
  }
}
