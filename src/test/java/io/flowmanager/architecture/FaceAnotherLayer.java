// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** An interface has no implementer, several, or one in another layer. */
final class FaceAnotherLayer extends ArchCondition<JavaClass> {

  private final House house;

  FaceAnotherLayer(House house) {
    super("not have their only implementer in their own layer");
    this.house = house;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    List<JavaClass> implementers =
        type.getAllSubclasses().stream().filter(sub -> !sub.isInterface()).toList();
    if (implementers.size() == 1 && isBeside(type, implementers.get(0))) {
      events.add(
          SimpleConditionEvent.violated(
              type,
              "%s has %s as its only implementer, in its own layer %s"
                  .formatted(
                      type.getName(),
                      implementers.get(0).getSimpleName(),
                      type.getSourceCodeLocation())));
    }
  }

  private boolean isBeside(JavaClass type, JavaClass implementer) {
    return house.layerOf(type).equals(house.layerOf(implementer));
  }
}
