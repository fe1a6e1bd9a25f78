// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

/**
 * @param count how many lanes there are for the flows of the server's database
 * @param capacity how much may wait in each
 * @param maxBatch how much may share a transaction
 * @param remoteCount how many lanes each flow has whose sagas are stored elsewhere
 */
public record LaneSettings(int count, int capacity, int maxBatch, int remoteCount) {

  private static final int REMOTE = 16;

  public LaneSettings(int count, int capacity, int maxBatch) {
    this(count, capacity, maxBatch, REMOTE);
  }
}
