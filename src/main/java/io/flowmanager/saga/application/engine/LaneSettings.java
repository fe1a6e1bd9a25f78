// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

/**
 * @param count how many lanes there are
 * @param capacity how much may wait in each
 * @param maxBatch how much may share a transaction
 */
public record LaneSettings(int count, int capacity, int maxBatch) {}
