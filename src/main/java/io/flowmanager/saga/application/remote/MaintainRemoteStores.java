// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.remote;

import io.flowmanager.platform.inject.SingletonBean;
import io.flowmanager.platform.log.LogText;
import io.flowmanager.platform.log.RateLimitedLog;
import io.flowmanager.saga.domain.flow.FlowName;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;

/** Prepares the stores of flows that have one elsewhere, and finishes what was left unfinished. */
@SingletonBean
public final class MaintainRemoteStores {

  private static final RateLimitedLog LOG = RateLimitedLog.of(MaintainRemoteStores.class);

  private final RemoteStores stores;

  @Inject
  public MaintainRemoteStores(RemoteStores stores) {
    this.stores = stores;
  }

  /**
   * What is to be done again and again, for each store by itself: a task waits for its store, and
   * is never run twice at the same time.
   */
  public List<Runnable> tasks() {
    return stores.byFlow().entrySet().stream()
        .map(entry -> task(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static boolean succeeds(FlowName flow, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          flow.value(),
          () ->
              "The store of flow "
                  + flow
                  + " fails and is tried again: "
                  + LogText.of(e.getMessage()));
      return false;
    }
  }

  /** What a crash left is finished even if the store could not be prepared, such as an index. */
  private static Runnable task(FlowName flow, RemoteStore store) {
    return new Runnable() {
      private boolean isOpen;

      @Override
      public void run() {
        if (!isOpen) {
          isOpen = succeeds(flow, store::open);
        }
        succeeds(flow, store::recover);
      }
    };
  }
}
