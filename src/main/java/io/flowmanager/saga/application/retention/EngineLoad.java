// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

/** How busy this node is with events and commands. */
@FunctionalInterface
public interface EngineLoad {

  /** Whether one of its queues is fuller than half. */
  boolean isHigh();
}
