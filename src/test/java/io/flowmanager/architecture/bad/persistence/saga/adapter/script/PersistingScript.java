// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.persistence.saga.adapter.script;

import jakarta.persistence.EntityManager;

/** Knows jakarta.persistence, which is fenced off from scripts. */
public final class PersistingScript {

  boolean isOpen(EntityManager entities) {
    return entities.isOpen();
  }
}
