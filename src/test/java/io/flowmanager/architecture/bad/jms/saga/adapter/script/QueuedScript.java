// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.jms.saga.adapter.script;

import jakarta.jms.Queue;

/** Knows jakarta.jms, which is fenced off from scripts. */
public final class QueuedScript {

  void run(Queue queue) {
    queue.hashCode();
  }
}
