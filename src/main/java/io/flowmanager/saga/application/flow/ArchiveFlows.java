// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Stores the content of all hosted flows when the server starts. */
@ApplicationScoped
public class ArchiveFlows {

  private final FlowCatalog flows;
  private final FlowArchive archive;
  private final Clock clock;

  /** For the container's proxy. */
  protected ArchiveFlows() {
    this(null, null, null);
  }

  @Inject
  public ArchiveFlows(FlowCatalog flows, FlowArchive archive, Clock clock) {
    this.flows = flows;
    this.archive = archive;
    this.clock = clock;
  }

  /** Stores them in one transaction. */
  @Transactional
  public void handle() {
    archive.keep(flows.all(), clock.instant());
  }
}
