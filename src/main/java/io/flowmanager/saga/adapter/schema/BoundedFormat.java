// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.ValidationContext;
import java.util.function.Predicate;

/**
 * A format whose texts are never long, so that a long one need not be looked at.
 *
 * @param longest in characters
 */
record BoundedFormat(Format format, int longest) implements Format {

  /** A format of our own under the name and with the words of another one. */
  record Own(Format named, Predicate<String> rule) implements Format {

    @Override
    public String getName() {
      return named.getName();
    }

    @Override
    public String getMessageKey() {
      return named.getMessageKey();
    }

    @Override
    public boolean matches(
        ExecutionContext executionContext, ValidationContext validationContext, String value) {
      return value == null || rule.test(value);
    }
  }

  @Override
  public String getName() {
    return format.getName();
  }

  @Override
  public String getMessageKey() {
    return format.getMessageKey();
  }

  @Override
  public boolean matches(
      ExecutionContext executionContext, ValidationContext validationContext, String value) {
    return value == null
        || value.length() <= longest && format.matches(executionContext, validationContext, value);
  }
}
