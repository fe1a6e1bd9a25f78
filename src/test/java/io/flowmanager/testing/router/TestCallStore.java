// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.router;

import io.flowmanager.router.application.call.CallStore;
import java.util.function.Function;

/** A store of calls, and the transactions that a server would put around its use. */
public interface TestCallStore extends AutoCloseable {

  /** One transaction; rolled back when the work throws. */
  <T> T ask(Function<CallStore, T> work);

  @Override
  void close();
}
