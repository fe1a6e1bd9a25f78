// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names of classes, fields and methods use none of the words, alone or in camel case. */
final class NotUseRetiredWords extends ArchCondition<JavaClass> {

  private final Set<String> retired;

  NotUseRetiredWords(Set<String> retired) {
    super("not use retired words in names");
    this.retired = retired;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    report(type, type.getSimpleName(), type.getName(), events);
    type.getMembers().stream()
        .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
        .forEach(member -> report(type, member.getName(), member.getFullName(), events));
  }

  private void report(JavaClass type, String name, String fullName, ConditionEvents events) {
    words(name)
        .filter(retired::contains)
        .map(word -> fullName + " uses the retired word \"" + word + "\"")
        .forEach(text -> events.add(SimpleConditionEvent.violated(type, text)));
  }

  private static Stream<String> words(String name) {
    return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|_"))
        .map(word -> word.toLowerCase(Locale.ROOT));
  }
}
