// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

/**
 * What went into the write-ahead log.
 *
 * @param bytes all
 * @param imageBytes full-page images among them: each page once after each checkpoint, so rare in
 *     production
 */
public record WalVolume(double bytes, double imageBytes) {}
