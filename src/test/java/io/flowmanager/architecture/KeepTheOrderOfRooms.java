// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A class of a room uses its own room and those that its room may know. A room is a package right
 * below the rooms' common parent, with all below it; the parent itself is the room {@value #TOP}.
 */
final class KeepTheOrderOfRooms extends ArchCondition<JavaClass> {

  static final String TOP = "";

  private final String parent;
  private final Map<String, Set<String>> mayKnow;

  KeepTheOrderOfRooms(House house, String parent, Map<String, Set<String>> mayKnow) {
    super("live in a known room and use only the rooms below it");
    this.parent = house.root() + "." + parent;
    this.mayKnow = mayKnow;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String room = roomOf(type).orElseThrow();
    if (!mayKnow.containsKey(room)) {
      events.add(violation(type, "%s lives in no known room of %s", type.getName(), parent));
      return;
    }
    type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> isRefused(room, dependency))
        .forEach(dependency -> events.add(violation(type, "%s", dependency.getDescription())));
  }

  private boolean isRefused(String room, Dependency dependency) {
    return roomOf(dependency.getTargetClass().getBaseComponentType())
        .filter(target -> !target.equals(room) && !mayKnow.get(room).contains(target))
        .isPresent();
  }

  /** Empty for what is not below the parent. */
  private Optional<String> roomOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.equals(parent) && !name.startsWith(parent + ".")) {
      return Optional.empty();
    }
    return Optional.of(name.substring(parent.length()).replaceFirst("^\\.(\\w+).*", "$1"));
  }

  private static ConditionEvent violation(JavaClass type, String text, Object... values) {
    return SimpleConditionEvent.violated(
        type, text.formatted(values) + " " + type.getSourceCodeLocation());
  }
}
