// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells adapters apart: {@code rest} is one, and under {@code store}, {@code channel}, {@code
 * messaging}, {@code target} and {@code reader} each technology is one.
 */
final class AdapterSlices implements SliceAssignment {

  private static final String ADAPTER =
      "\\.(\\w+)\\.adapter\\.((?:store|channel|messaging|target|reader)\\.\\w+|\\w+)";

  private final Pattern packages;

  AdapterSlices(String root) {
    this.packages = Pattern.compile(Pattern.quote(root) + ADAPTER);
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    Matcher adapter = packages.matcher(type.getPackageName());
    return adapter.lookingAt()
        ? SliceIdentifier.of(adapter.group(1), adapter.group(2))
        : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "adapters";
  }
}
