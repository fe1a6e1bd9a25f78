// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.hastycommit.saga.adapter.script;

import io.flowmanager.architecture.bad.hastycommit.saga.application.store.SagaStore;

/** Changes a saga that nobody decided on. */
public final class CommittingScript {

  boolean run(SagaStore store) {
    return store.commit("state=DONE");
  }
}
