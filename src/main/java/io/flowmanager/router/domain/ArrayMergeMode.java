// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

/** What an upsert does with two arrays (contract, "Metadata upsert"). */
public enum ArrayMergeMode {
  /** The incoming array replaces the old one. */
  ALL_NEW,
  /**
   * If every element of both arrays is an object with a string {@code sha}, elements with equal
   * {@code sha} are merged at their old place, and others are appended. Otherwise as {@link
   * #ALL_NEW}.
   */
  SHA
}
