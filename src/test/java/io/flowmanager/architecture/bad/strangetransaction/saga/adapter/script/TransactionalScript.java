// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.strangetransaction.saga.adapter.script;

import jakarta.transaction.Transactional;

/** Holds a transaction open while it works. */
public class TransactionalScript {

  @Transactional
  public void run() {}
}
