// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Ways to read the machine's time without being handed a clock. */
final class WallClock {

  private static final Set<String> SYSTEM = Set.of("currentTimeMillis", "nanoTime");

  private WallClock() {}

  static boolean isRead(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && (isSystemTime(target) || isSystemClock(target) || isNow(target) || isNewDate(target));
  }

  private static boolean isSystemTime(AccessTarget target) {
    return target.getOwner().isEquivalentTo(System.class) && SYSTEM.contains(target.getName());
  }

  private static boolean isSystemClock(AccessTarget target) {
    return target.getOwner().isEquivalentTo(Clock.class) && target.getName().startsWith("system");
  }

  private static boolean isNow(CodeUnitAccessTarget target) {
    return target.getOwner().getPackageName().startsWith("java.time")
        && target.getName().equals("now")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static boolean isNewDate(CodeUnitAccessTarget target) {
    return target.getOwner().isEquivalentTo(Date.class)
        && target.getName().equals("<init>")
        && target.getRawParameterTypes().isEmpty();
  }
}
