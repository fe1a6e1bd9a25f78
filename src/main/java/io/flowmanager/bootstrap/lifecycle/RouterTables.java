// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.router.application.call.CallTransactions;
import io.flowmanager.router.application.message.QuarantineTransactions;
import jakarta.inject.Inject;

/** What reads and writes the router's tables. */
@SingletonBean
record RouterTables(CallTransactions calls, QuarantineTransactions messages) {

  @Inject
  RouterTables {}

  /** Reads something of each. */
  void read() {
    calls.unfinished(1);
    messages.count();
  }
}
