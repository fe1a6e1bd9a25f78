// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

/** A text whose reading is counted. */
final class CountedText implements CharSequence {

  private final String text;
  private final CheckBudget budget;
  private final long price;

  /**
   * @param price steps for each character
   */
  CountedText(String text, CheckBudget budget, long price) {
    this.text = text;
    this.budget = budget;
    this.price = price;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    budget.spend(price);
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountedText(text.substring(start, end), budget, price);
  }

  @Override
  public String toString() {
    return text;
  }
}
