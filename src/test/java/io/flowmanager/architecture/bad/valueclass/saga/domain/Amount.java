// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.valueclass.saga.domain;

/** A value written by hand. */
public final class Amount {

  private final long cents;

  Amount(long cents) {
    this.cents = cents;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Amount amount && amount.cents == cents;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(cents);
  }
}
