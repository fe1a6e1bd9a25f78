// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.router.application.call.CallStore;
import io.flowmanager.router.application.call.CallStoreContract;
import java.util.function.Function;

class MemoryCallStoreTest extends CallStoreContract {

  @Override
  protected TestCallStore open() {
    var calls = new MemoryCallStore();
    return new TestCallStore() {
      @Override
      public <T> T ask(Function<CallStore, T> work) {
        return work.apply(calls);
      }

      @Override
      public void close() {}
    };
  }
}
