// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.hastycommit.saga.adapter.script;

import io.flowmanager.architecture.bad.hastycommit.saga.application.store.SagaStore;

/** Changes a saga outside of a transaction. */
public final class OptimisticScript {

  boolean run(SagaStore store) {
    return store.commitIfCurrent("state=DONE");
  }
}
