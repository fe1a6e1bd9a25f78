// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.hastycommit.saga.adapter.script;

import io.flowmanager.architecture.bad.hastycommit.saga.application.store.SagaStore;
import java.util.function.Predicate;

/** Hands the commit to somebody else. */
public final class ReferringScript {

  Predicate<String> changes(SagaStore store) {
    return store::commit;
  }
}
