// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.router.application.ParkedStore;
import io.flowmanager.router.application.ParkedStoreContract;
import java.util.function.Function;

class MemoryParkedStoreTest extends ParkedStoreContract {

  private final MemoryParkedStore store = new MemoryParkedStore();

  @Override
  protected <T> T ask(Function<ParkedStore, T> work) {
    return work.apply(store);
  }
}
