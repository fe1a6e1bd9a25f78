// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/**
 * Outside of the application, what implements one of its interfaces is called by a technology and
 * by the last word of the port: {@code RestChannel} is a {@code CommandChannel}.
 */
final class BeNamedAfterThePort extends ArchCondition<JavaClass> {

  private static final Pattern TECHNOLOGY =
      Pattern.compile(
          "(Crud|File|Http|Jdbc|Jms|Jpa|Kafka|Local|Memory|Micrometer|Mongo|Networknt|QuickJs|Rest|Script)[A-Z].*");

  private final String application;

  BeNamedAfterThePort(House house) {
    super("be named after technology and port");
    this.application = house.room("*.application");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (isPort(type) || type.isInterface()) {
      return;
    }
    type.getAllRawInterfaces().stream()
        .filter(this::isPort)
        .filter(port -> !isNamedAfter(port, type.getSimpleName()))
        .forEach(port -> events.add(violation(type, port)));
  }

  private boolean isPort(JavaClass type) {
    return JavaClass.Predicates.resideInAPackage(application).test(type);
  }

  private static boolean isNamedAfter(JavaClass port, String name) {
    String lastWord = port.getSimpleName().replaceFirst(".*(?=[A-Z])", "");
    return TECHNOLOGY.matcher(name).matches() && name.endsWith(lastWord);
  }

  private static ConditionEvent violation(JavaClass type, JavaClass port) {
    return SimpleConditionEvent.violated(
        type,
        "%s implements %s and is not called by a technology and %s %s"
            .formatted(
                type.getName(),
                port.getName(),
                port.getSimpleName(),
                type.getSourceCodeLocation()));
  }
}
