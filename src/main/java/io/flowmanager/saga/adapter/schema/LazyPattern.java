// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.function.Supplier;

/**
 * A parsed pattern that is compiled on first use: the automata of thousands of patterns of a file
 * that is only linted would fill the memory.
 */
final class LazyPattern implements RegularExpression {

  private final Supplier<RegularExpression> making;
  private volatile RegularExpression made;

  LazyPattern(Supplier<RegularExpression> making) {
    this.making = making;
  }

  @Override
  public boolean matches(String value) {
    RegularExpression ready = made;
    if (ready == null) {
      // Two threads may compile the same pattern; either result is correct.
      ready = making.get();
      made = ready;
    }
    return ready.matches(value);
  }
}
