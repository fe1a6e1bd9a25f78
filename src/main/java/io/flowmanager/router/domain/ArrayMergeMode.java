// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

/** What an upsert does with two arrays (contract, "Metadata upsert"). */
public enum ArrayMergeMode {
  /** The incoming array replaces the old one. */
  ALL_NEW,
  /**
   * Where every element of both is an object with a string {@code sha}, elements with the same one
   * are upserted at their old place and others are appended; else as {@link #ALL_NEW}.
   */
  SHA
}
