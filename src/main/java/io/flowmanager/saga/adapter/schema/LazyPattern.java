// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.function.Supplier;

/**
 * A pattern that has been read and is made ready with its first text: of a file that is only looked
 * through, machines of thousands of patterns would fill the memory.
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
      // Two threads may make the same; either will do.
      ready = making.get();
      made = ready;
    }
    return ready.matches(value);
  }
}
