// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.hastycommit.saga.application.store;

public interface SagaStore {

  boolean commit(String change);

  boolean commitIfCurrent(String change);
}
