// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.router.application.message.QuarantineStore;
import io.flowmanager.router.application.message.QuarantineStoreContract;
import java.util.function.Function;

class MemoryQuarantineStoreTest extends QuarantineStoreContract {

  private final MemoryQuarantineStore store = new MemoryQuarantineStore();

  @Override
  protected <T> T ask(Function<QuarantineStore, T> work) {
    return work.apply(store);
  }
}
