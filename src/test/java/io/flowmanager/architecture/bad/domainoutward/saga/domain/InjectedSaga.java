// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.domainoutward.saga.domain;

import jakarta.inject.Inject;

/** Waits for a container to fill it. */
public final class InjectedSaga {

  @Inject private String id;

  String id() {
    return id;
  }
}
