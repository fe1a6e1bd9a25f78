// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Ways to make, borrow or hold up threads that are not handed in. */
final class OwnThreads {

  private static final String CONSTRUCTOR = "<init>";
  private static final Set<Class<?>> HOLDERS = Set.of(Thread.class, TimeUnit.class);

  private OwnThreads() {}

  static boolean areUsed(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && (isSleep(target) || isMade(target) || isPool(target) || isCommonPool(target));
  }

  private static boolean isSleep(AccessTarget target) {
    return target.getName().equals("sleep")
        && HOLDERS.stream().anyMatch(target.getOwner()::isEquivalentTo);
  }

  private static boolean isMade(AccessTarget target) {
    return target.getName().equals(CONSTRUCTOR)
        && (target.getOwner().isAssignableTo(Thread.class)
            || target.getOwner().isAssignableTo(Timer.class)
            || target.getOwner().isAssignableTo(ExecutorService.class));
  }

  private static boolean isPool(AccessTarget target) {
    return target.getOwner().isEquivalentTo(Executors.class);
  }

  private static boolean isCommonPool(CodeUnitAccessTarget target) {
    return target.getOwner().isEquivalentTo(CompletableFuture.class)
        && target.getName().endsWith("Async")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Executor.class));
  }
}
