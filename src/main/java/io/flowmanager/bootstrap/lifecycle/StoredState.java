// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.lifecycle;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.saga.application.flow.ArchiveFlows;
import io.flowmanager.saga.application.outbox.BlockedCommandTransactions;
import jakarta.inject.Inject;

/** Prepares what is stored for the flows that are hosted now. */
@SingletonBean
final class StoredState {

  private static final int ARCHIVE_TRIES = 3;

  private final ArchiveFlows archive;
  private final ResourceCheck resources;
  private final BlockedCommandTransactions blocked;

  @Inject
  StoredState(ArchiveFlows archive, ResourceCheck resources, BlockedCommandTransactions blocked) {
    this.archive = archive;
    this.resources = resources;
    this.blocked = blocked;
  }

  void prepare() {
    archiveFlows(ARCHIVE_TRIES);
    resources.run();
    blocked.unblockOfOtherVersions();
  }

  /**
   * Another node may store the same version at the same moment; then it is there at the second try.
   */
  private void archiveFlows(int tries) {
    try {
      archive.handle();
    } catch (RuntimeException e) {
      if (tries == 1) {
        throw e;
      }
      archiveFlows(tries - 1);
    }
  }
}
